internal import Scheduler
internal import Timeline

/// What templates see of an entry and of a pick.
struct EntryContext {
  let language: Language
  /// What a relative path of a picture begins with, seen from the draft.
  var pictureFolder = ""
  /// Whether story, summary and opening go without links that stand alone, as in posts.
  var dropsLoneLinks = false

  /// The members of an entry.
  func members(of entry: Entry) -> TemplateMembers {
    let text = EntryText(entry, language: language, dropsLoneLinks: dropsLoneLinks)
    let folder = pictureFolder
    return TemplateMembers(names: EntryMember.names) { name in
      EntryMember.named[name].map { $0.value(text, pictureFolder: folder) }
    }
  }

  /// The members of a pick: those of its entry, and how long ago it was.
  func members(of pick: Pick) -> TemplateMembers {
    let entry = members(of: pick.entry)
    let language = language
    return TemplateMembers(names: Self.pickNames + EntryMember.names) { name in
      switch name {
      case "years": .number(pick.years)
      case "yearsAgo": .text(language.yearsAgo(pick.years))
      case "yearsAgoCapitalised": .text(Language.capitalised(language.yearsAgo(pick.years)))
      case "lookBack": .text(language.lookBack(to: pick))
      case "isMilestone": .flag(pick.isMilestone)
      case "occursOn": .text(language.headingDay(pick.occursOn))
      default: entry[name]
      }
    }
  }

  private static let pickNames = [
    "years", "yearsAgo", "yearsAgoCapitalised", "lookBack", "isMilestone", "occursOn",
  ]
}

extension Language {
  /// Words in quotation marks; words that begin with a mark of their own, as `“Yes,” she said.`, get no second one.
  func inMarks(_ words: String) -> String {
    if let first = words.first, "“„«»\"".contains(first) { return words }
    return quotationMarks.open + words + quotationMarks.close
  }

  /// What leads up to the headline of a pick; only of one that happened on this day does it say so.
  func lookBack(to pick: Pick) -> String {
    let ago = yearsAgo(pick.years)
    return pick.isOfTheDay ? lookBack(ago) : agoHeading(ago)
  }
}

/// What templates see of an entry, by name; each is made when a template asks for it.
private enum EntryMember: String, CaseIterable {
  case id, title, headline, date, isoDate, day, weekday, body, summary, opening, story, quote, quotes, picture, pictures
  case link, links, tags, people

  static let names = allCases.map(\.rawValue)
  static let named = Dictionary(allCases.map { ($0.rawValue, $0) }) { first, _ in first }

  func value(_ text: EntryText, pictureFolder: String) -> TemplateValue {
    let entry = text.entry
    let language = text.language
    return switch self {
    case .id: .text(entry.id)
    case .title: .markdown(ifAny: entry.title.map(MarkdownNotes.removed))
    case .headline: .markdown(text.headline)
    case .date: .text(language.date(of: entry))
    case .isoDate: .text(entry.date.edtf)
    case .day: .text(entry.date.day.map(language.headingDay) ?? language.date(of: entry))
    case .weekday: entry.date.firstDay.map { .text(language.weekday($0)) } ?? .empty
    case .body: .markdown(ifAny: text.body(pictureFolder: pictureFolder))
    case .summary: .markdown(ifAny: text.summary)
    case .opening: .markdown(ifAny: text.opening)
    case .story: .markdown(ifAny: text.story)
    case .quote: entry.quotes.first.map { EntryContext.value($0, in: language) } ?? .empty
    case .quotes: .list(entry.quotes.map { EntryContext.value($0, in: language) })
    case .picture: entry.picture.map { EntryContext.value($0, below: pictureFolder) } ?? .empty
    case .pictures: .list(entry.pictures.map { EntryContext.value($0, below: pictureFolder) })
    case .link: text.links.first.map(EntryContext.value) ?? .empty
    case .links: .list(text.links.map(EntryContext.value))
    case .tags: .list(entry.fields.tags.map { .text($0) })
    case .people: .list(entry.fields.people.map { .text($0) })
    }
  }
}

extension EntryContext {
  /// A quote: its words, its speaker and source, and the whole as a blockquote.
  static func value(_ quote: Quote, in language: Language) -> TemplateValue {
    .members(
      TemplateMembers(names: quoteNames) { name in
        switch name {
        case "text": .text(quote.text)
        case "speaker": .text(ifAny: quote.isSure ? quote.speaker : nil)
        case "source": .text(ifAny: quote.isSure ? quote.source : nil)
        case "attribution": .text(ifAny: MarkdownText.attribution(of: quote))
        case "inMarks": .text(language.inMarks(quote.text))
        case "blockquote": .markdown(MarkdownText.blockquote(quote))
        default: nil
        }
      })
  }

  private static let quoteNames = ["text", "speaker", "source", "attribution", "inMarks", "blockquote"]

  static func value(_ picture: Picture, below folder: String) -> TemplateValue {
    let placed = picture.placed(below: folder)
    return .object([
      "path": .text(placed.path),
      "alt": .text(ifAny: placed.alt),
      "credit": .text(ifAny: placed.publicCredit),
      "markdown": .markdown(MarkdownText.picture(placed)),
    ])
  }

  static func value(_ link: Link) -> TemplateValue {
    .object(["text": .text(link.text), "url": .text(link.url)])
  }
}
