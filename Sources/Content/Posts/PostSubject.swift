package import Scheduler
package import Timeline

/// What a post is about: an entry of the news, a pick, or a quote out of an entry.
package enum PostSubject: Hashable, Sendable {
  case entry(Entry)
  case pick(Pick)
  /// The first of the entry's quotes that the channel takes in one piece.
  case quote(Entry)

  package var entry: Entry {
    switch self {
    case .entry(let entry), .quote(let entry): entry
    case .pick(let pick): pick.entry
    }
  }

  /// The day that names the post and its folder: the first day of a news entry, the day of a pick.
  package var day: CivilDay? {
    switch self {
    case .entry(let entry), .quote(let entry): entry.date.firstDay
    case .pick(let pick): pick.occursOn
    }
  }

  var pick: Pick? {
    if case .pick(let pick) = self { pick } else { nil }
  }

  package var kind: PostKind {
    switch self {
    case .entry: .entry
    case .pick: .onThisDay
    case .quote: .quote
    }
  }

  /// What tells a quote's post from the post about its entry, at the end of the draft's id.
  static let quoteSuffix = ".quote"

  /// The id of the draft on a channel, as in `2024-09-05-x-nuguse-wins-zurich`.
  func draftID(on channel: Channel, day: CivilDay) -> String {
    "\(day)-\(channel.name)-\(entry.id)\(kind == .quote ? Self.quoteSuffix : "")"
  }
}

extension PostSubject {
  /// What the post of a draft is about; nil when the entry neither happened on the day nor is picked for it.
  ///
  /// - Parameters:
  ///   - draftID: the id of the draft.
  ///   - entry: the entry that the draft names.
  ///   - day: the draft's day.
  ///   - picks: what may be picked for that day.
  package init?(draftID: String, entry: Entry, day: CivilDay, picks: [Pick]) {
    if entry.date.firstDay == day {
      self = draftID.hasSuffix("-\(entry.id)\(Self.quoteSuffix)") ? .quote(entry) : .entry(entry)
    } else if let pick = picks.first(where: { $0.entry.id == entry.id }) {
      self = .pick(pick)
    } else {
      return nil
    }
  }

  /// What a channel posts about, by the kinds of its settings.
  ///
  /// Each news entry is a post, and each pick. With the kind `quote`, a news entry that has a quote of a known speaker
  /// becomes a second post; where it has nothing but that quote, the only one.
  ///
  /// - Parameters:
  ///   - channel: whose kinds count.
  ///   - news: the entries of the news, in order.
  ///   - picks: the picks for this channel, in order.
  /// - Returns: the subjects, those of the news first.
  package static func all(on channel: Channel, news: [Entry], picks: [Pick]) -> [PostSubject] {
    var subjects: [PostSubject] = []
    for entry in news {
      let hasQuote = channel.kinds.contains(.quote) && !entry.attributedQuotes.isEmpty
      let isNeeded = !hasQuote || !entry.isQuoteAlone
      if isNeeded, !channel.kinds.isDisjoint(with: [.entry, .thread]) { subjects.append(.entry(entry)) }
      if hasQuote { subjects.append(.quote(entry)) }
    }
    return subjects + (channel.kinds.contains(.onThisDay) ? picks.map(PostSubject.pick) : [])
  }
}

extension Entry {
  /// The quotes whose speaker the timeline surely states.
  var attributedQuotes: [Quote] {
    quotes.filter { MarkdownText.attribution(of: $0) != nil }
  }

  /// Whether a quote is all that the entry says.
  fileprivate var isQuoteAlone: Bool {
    quotes.count == 1
      && blocks.allSatisfy { block in
        guard case .text(let markdown) = block else { return true }
        return LoneLinks.removed(from: MarkdownNotes.removed(from: markdown)).isEmpty
      }
  }
}
