internal import Scheduler
internal import Timeline

/// What the templates of posts see.
struct PostContext {
  let publication: Publication
  let channel: Channel
  let language: Language

  /// What posts see beside what all templates see of an entry.
  private static let names = ["link", "links", "hashtags", "mentions", "lookBack"]

  /// The members of an entry or a pick, with what the channel makes of its links, tags and people.
  func members(of subject: PostSubject) -> TemplateMembers {
    let entries = EntryContext(language: language, dropsLoneLinks: true)
    let entry = subject.entry
    // A template has several forms, which ask for the same.
    return TemplateMembers(
      names: Self.names, over: subject.pick.map(entries.members) ?? entries.members(of: entry)
    ) { name in
      switch name {
      case "link": links(of: entry).first ?? .empty
      case "links": .list(links(of: entry))
      case "hashtags": .list(Hashtag.from(tags: entry.fields.tags, most: channel.mostHashtags).map { .text($0) })
      case "mentions": .list(mentions(of: entry.fields.people).map { .text($0) })
      // A thread may be of either, so that its template can ask for both.
      case "lookBack" where subject.pick == nil: .empty
      default: nil
      }
    }
  }

  /// The members with another quote as the one that the post is about.
  func members(of subject: PostSubject, about quote: Quote) -> TemplateMembers {
    var members = members(of: subject)
    members["quote"] = EntryContext.value(quote, in: language)
    return members
  }

  /// The same with what every template sees.
  func allMembers(of subject: PostSubject) -> [String: TemplateValue] {
    members(of: subject).all.merging(publication.common(language)) { own, _ in own }
  }

  /// The links that the channel's readers can follow, with the parameters of the settings.
  private func links(of entry: Entry) -> [TemplateValue] {
    guard channel.showsLinks else { return [] }
    return EntryText(entry, language: language).links.filter { SafeURL.isLink($0.url) }.map { link in
      EntryContext.value(Link(text: link.text, url: channel.linkParameters.added(to: link.url.percentEncodedAddress)))
    }
  }

  /// The handles of people on this channel; never those of another network.
  private func mentions(of people: [String]) -> [String] {
    guard channel.hasMentions else { return [] }
    let handles = people.compactMap { publication.people[$0]?[channel.name] }
      .map { $0.hasPrefix("@") ? $0 : "@" + $0 }
    return Array(handles.prefix(channel.mostMentions ?? .max))
  }
}

extension PostContext {
  /// What the template of a kind may see, with nothing missing.
  static func example(of kind: PostKind, language: Language) -> [String: TemplateValue] {
    let context = PostContext(publication: .example, channel: .example, language: language)
    let pick = Pick(entry: .example, occursOn: CivilDay(daysSinceEpoch: 0), years: 1, isMilestone: true, reason: "")
    switch kind {
    case .entry, .quote: return context.allMembers(of: .entry(.example))
    case .onThisDay: return context.allMembers(of: .pick(pick))
    case .thread:
      var members = context.allMembers(of: .entry(.example))
      members["lookBack"] = context.members(of: .pick(pick))["lookBack"]
      return members
    }
  }
}

extension Channel {
  /// A channel that has everything a channel can have.
  static let example = {
    var channel = Channel(name: "example", title: "Example", measure: .graphemes, limit: nil)
    channel.mostHashtags = 1
    return channel
  }()
}
