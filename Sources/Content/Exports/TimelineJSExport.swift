package import Timeline

/// Entries as the JSON that TimelineJS shows (timeline.knightlab.com/docs/json-format).
package struct TimelineJSExport: Sendable {
  private let publication: Publication
  private let language: Language

  package init(publication: Publication) {
    self.publication = publication
    language = Language.named(publication.language)
  }

  /// The entries that have a start or an end, which a slide cannot do without.
  package func placed(_ entries: [Entry]) -> [Entry] {
    entries.filter { $0.date.firstDay != nil || $0.date.lastDay != nil }
  }

  /// Writes the slides.
  ///
  /// - Parameters:
  ///   - title: the words of the title slide; without any there is no such slide.
  ///   - standfirst: Markdown for the title slide, perhaps empty.
  ///   - entries: the entries; TimelineJS itself puts them in order.
  /// - Returns: the JSON, with sorted keys.
  package func json(title: String, standfirst: String, entries: [Entry]) -> String {
    var members: [String: TemplateValue] = ["events": .list(placed(entries).map(event))]
    let about = html(.text(standfirst))
    if !title.isEmpty || !about.isEmpty { members["title"] = text(title, about) }
    return TemplateValue.object(members).json + "\n"
  }

  private func event(_ entry: Entry) -> TemplateValue {
    var members: [String: TemplateValue] = [
      "unique_id": .text(entry.id),
      "text": text(headline(of: entry), body(of: entry)),
    ]
    let date = entry.date
    let start = date.firstDay.map { ($0, date.startPrecision) } ?? date.lastDay.map { ($0, date.endPrecision) }
    if let (day, precision) = start { members["start_date"] = Self.date(day, precision, time: date.timeText) }
    if let end = Self.end(of: date) { members["end_date"] = end }
    let isPlain =
      !date.isApproximate && !date.isUncertain && date.shape != .set
      && [.day, .month, .year].contains(date.startPrecision) && [.day, .month, .year].contains(date.endPrecision)
    if !isPlain { members["display_date"] = .text(entry.dateText) }
    if let picture = entry.picture { members["media"] = media(picture) }
    return .object(members)
  }

  private func text(_ headline: String, _ html: String) -> TemplateValue {
    var members: [String: TemplateValue] = [:]
    if !headline.isEmpty { members["headline"] = .text(HTMLText.escaped(headline)) }
    if !html.isEmpty { members["text"] = .text(html) }
    return .object(members)
  }

  /// The title; an entry without one has its first sentence in the text already.
  private func headline(of entry: Entry) -> String {
    entry.title.map { PlainText.from(markdown: MarkdownNotes.removed(from: $0)) } ?? ""
  }

  /// The text with quotes and all pictures but the first, which is the slide's medium.
  private func body(of entry: Entry) -> String {
    let first = entry.blocks.firstIndex { if case .picture = $0 { true } else { false } }
    return entry.blocks.enumerated().filter { $0.offset != first }.map { html($0.element) }.filter { !$0.isEmpty }
      .joined(separator: "\n")
  }

  private func html(_ block: Block) -> String {
    let markdown =
      switch block {
      case .text(let markdown): MarkdownNotes.removed(from: markdown)
      case .quote(let quote): MarkdownText.blockquote(quote)
      case .picture(let picture): MarkdownText.picture(picture)
      case .note: ""
      }
    return MarkdownHTML(isStyled: false, picture: address).html(MarkdownBlock.parse(markdown))
  }

  private func media(_ picture: Picture) -> TemplateValue {
    var members: [String: TemplateValue] = ["url": .text(address(of: picture.path))]
    if !picture.alt.isEmpty { members["alt"] = .text(HTMLText.escaped(picture.alt)) }
    if let credit = picture.publicCredit { members["credit"] = .text(HTMLText.escaped(credit)) }
    return .object(members)
  }

  /// A relative path stays one, seen from the page that shows the timeline, unless the settings say where pictures are.
  private func address(of path: String) -> String {
    let isRelative = !path.contains("://") && !path.hasPrefix("/")
    return isRelative ? SafeURL.written((publication.pictures ?? "") + path) : path
  }
}

// MARK: - Dates

extension TimelineJSExport {
  /// Years beyond this are round numbers to TimelineJS, and no count from 1 BC.
  private static let firstRoundYear = 10_000

  private static func date(_ day: CivilDay, _ precision: DatePrecision, time: String? = nil) -> TemplateValue {
    // 1 BC is -1 there, and 0 is no year.
    let year = day.year < 1 && day.year > 1 - firstRoundYear ? day.year - 1 : day.year
    var members: [String: TemplateValue] = ["year": .number(year)]
    // A season or a quarter begins with a month; a year, a decade or a century does not.
    if precision > .year { members["month"] = .number(day.month) }
    if precision == .day { members["day"] = .number(day.day) }
    let clock = (time ?? "").prefix(8).split(separator: ":").compactMap { Int($0) }
    if clock.count == 3 {
      for (name, number) in zip(["hour", "minute", "second"], clock) { members[name] = .number(number) }
    }
    return .object(members)
  }

  /// Where a date ends later than it begins: of a range its end, of a season its last month, of a decade its last year.
  private static func end(of date: EntryDate) -> TemplateValue? {
    guard let first = date.firstDay, let last = date.lastDay, first != last else { return nil }
    if date.shape == .single, date.precision == .month || date.precision == .year { return nil }
    return self.date(last, date.endPrecision)
  }
}
