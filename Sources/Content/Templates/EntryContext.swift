internal import Scheduler
internal import Timeline

/// What templates see of an entry and of a pick.
struct EntryContext {
  let language: Language
  /// What a relative path of a picture begins with, seen from the draft.
  var pictureFolder = ""

  /// The members of an entry.
  func members(of entry: Entry) -> [String: TemplateValue] {
    let text = EntryText(entry, language: language)
    return [
      "id": .text(entry.id),
      "title": .markdown(ifAny: entry.title),
      "headline": .deferred { .markdown(text.headline) },
      "date": .deferred { .text(language.date(of: entry)) },
      "isoDate": .text(entry.date.edtf),
      "day": .deferred { .text(entry.date.day.map(language.headingDay) ?? language.date(of: entry)) },
      "weekday": entry.date.firstDay.map { .text(language.weekday($0)) } ?? .empty,
      "body": .deferred { .markdown(ifAny: text.body(pictureFolder: pictureFolder)) },
      "summary": .deferred { .markdown(ifAny: text.summary) },
      "opening": .deferred { .markdown(ifAny: text.opening) },
      "story": .deferred { .markdown(ifAny: text.story) },
      "quote": .deferred { entry.quotes.first.map(value) ?? .empty },
      "quotes": .deferred { .list(entry.quotes.map(value)) },
      "picture": .deferred { entry.picture.map(value) ?? .empty },
      "pictures": .deferred { .list(entry.pictures.map(value)) },
      "link": .deferred { text.links.first.map(Self.value) ?? .empty },
      "links": .deferred { .list(text.links.map(Self.value)) },
      "tags": .list(entry.fields.tags.map { .text($0) }),
      "people": .list(entry.fields.people.map { .text($0) }),
    ]
  }

  /// The members of a pick: those of its entry, and how long ago it was.
  func members(of pick: Pick) -> [String: TemplateValue] {
    var members = members(of: pick.entry)
    members["years"] = .number(pick.years)
    members["yearsAgo"] = .text(language.yearsAgo(pick.years))
    members["lookBack"] = .text(language.lookBack(language.yearsAgo(pick.years)))
    members["isMilestone"] = .flag(pick.isMilestone)
    members["occursOn"] = .text(language.headingDay(pick.occursOn))
    return members
  }

  /// A quote: its words, its speaker and source, and the whole as a blockquote.
  func value(_ quote: Quote) -> TemplateValue {
    .object([
      "text": .text(quote.text),
      "speaker": .text(ifAny: quote.isSure ? quote.speaker : nil),
      "source": .text(ifAny: quote.isSure ? quote.source : nil),
      "attribution": .text(ifAny: MarkdownText.attribution(of: quote)),
      "blockquote": .markdown(MarkdownText.blockquote(quote)),
    ])
  }

  private func value(_ picture: Picture) -> TemplateValue {
    let placed = picture.placed(below: pictureFolder)
    return .object([
      "path": .text(placed.path),
      "alt": .text(ifAny: placed.alt),
      "credit": .text(ifAny: placed.credit),
      "markdown": .markdown(MarkdownText.picture(placed)),
    ])
  }

  static func value(_ link: Link) -> TemplateValue {
    .object(["text": .text(link.text), "url": .text(link.url)])
  }
}
