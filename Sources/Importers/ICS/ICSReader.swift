import Timeline

/// Makes a timeline of the components of a calendar.
struct ICSReader {
  private(set) var findings: [Finding] = []
  private var ids = EntryIDs()
  /// The longest UID that makes an id.
  private static let longestID = 80

  mutating func document(of components: [ICSComponent]) -> TimelineDocument {
    var document = TimelineDocument()
    for component in components {
      switch component.name {
      case "VCALENDAR":
        let title = (component.first("X-WR-CALNAME") ?? component.first("NAME"))?.text
          .trimmingSpaces()
        if document.title == nil, let title, !title.isEmpty { document.title = String(title) }
        let about = (component.first("X-WR-CALDESC") ?? component.first("DESCRIPTION"))?.text ?? ""
        if document.standfirst.isEmpty {
          document.standfirst = TimelineJSImporter.markdown(MarkupText.blocks(of: about, line: component.line).blocks)
        }
      case "VEVENT", "VJOURNAL":
        if let entry = entry(of: component) { document.entries.append(entry) }
      case "VTODO": report(.leftOut, "a to-do was left out", component.line)
      default: break
      }
    }
    document.entries.sort { $0.date < $1.date }
    return document
  }

  private mutating func entry(of component: ICSComponent) -> Entry? {
    let title = component.first("SUMMARY")?.text.split { $0.isWhitespace }.joined(separator: " ") ?? ""
    let name = title.isEmpty ? "the event" : "\"\(title)\""
    if component.first("STATUS")?.value.uppercased() == "CANCELLED" {
      report(.leftOut, "\(name) was cancelled and left out", component.line)
      return nil
    }
    guard let date = date(of: component, name: name) else { return nil }
    reportRecurrence(of: component, name: name)
    let blocks = blocks(of: component)
    let position = SourcePosition(line: component.line)
    var entry = Entry(
      id: id(of: component, date: date, title: title), date: date,
      title: title.isEmpty ? nil : MarkdownText.escaped(title), blocks: blocks, position: position,
      blockPositions: blocks.map { _ in position })
    entry.fields.observed = component.first("RRULE").flatMap { ICSRecurrence($0.value).observed }
    entry.fields.add(tags: component.all("CATEGORIES").flatMap(\.texts))
    return entry
  }

  /// The UID names an event for ever, so it makes the id; an exception to a repeated event has its own.
  private mutating func id(of component: ICSComponent, date: EntryDate, title: String) -> String {
    let uid = component.first("UID")?.text ?? ""
    let exception = component.first("RECURRENCE-ID")?.value ?? ""
    let slug = EntryID.slug(uid + " " + exception)
    let id = slug.isEmpty || slug.utf8.count > Self.longestID ? EntryID.derived(from: date, title: title) : slug
    return ids.unique(id)
  }

  private mutating func blocks(of component: ICSComponent) -> [Block] {
    var blocks: [Block] = []
    for description in component.all("DESCRIPTION") {
      let made = MarkupText.blocks(of: description.text, line: description.line)
      blocks += made.blocks
      findings += made.findings
    }
    if let place = component.first("LOCATION")?.text.split(whereSeparator: { $0.isNewline }).joined(separator: ", "),
      !place.isEmpty
    {
      blocks.append(.text(MarkdownText.escaped(place)))
    }
    for line in component.lines where ["IMAGE", "ATTACH", "URL"].contains(line.name) {
      if let block = linked(line) { blocks.append(block) }
    }
    return blocks
  }

  /// A picture (RFC 7986, 5.10) or a link; what is embedded as data is left out.
  private mutating func linked(_ line: ICSLine) -> Block? {
    guard line.parameters["VALUE"]?.uppercased() != "BINARY", line.parameters["ENCODING"] == nil else {
      report(.leftOut, "an embedded attachment was left out", line.line)
      return nil
    }
    switch WebAddress.read(line.value) {
    case .address(let url):
      let type = line.parameters["FMTTYPE"]?.lowercased() ?? ""
      if line.name == "IMAGE" || line.name == "ATTACH" && (type.hasPrefix("image/") || WebAddress.isPicture(url)) {
        return .picture(Picture(path: url, alt: line.parameters["ALTTEXT"] ?? ""))
      }
      let words = line.parameters["FILENAME"] ?? ""
      return .text(words.isEmpty ? "<\(url)>" : MarkdownText.link(MarkdownText.escapedInline(words[...]), to: url))
    case .refused(let scheme):
      report(.linkScheme, "a link with \(scheme): was left out", line.line, isSettled: true)
      return nil
    case .none: return nil
    }
  }

  private mutating func report(_ rule: ImportRule, _ message: String, _ line: Int, isSettled: Bool = false) {
    findings.append(rule.finding(line: line, message, isSettled: isSettled))
  }
}

// MARK: - When

extension ICSReader {
  private mutating func date(of component: ICSComponent, name: String) -> EntryDate? {
    guard let line = component.first("DTSTART") else {
      report(.dateInvalid, "\(name) has no DTSTART and was left out", component.line)
      return nil
    }
    guard let start = ICSDate(line.value) else {
      report(.dateInvalid, "\(name) was left out: \"\(line.value)\" is not a date", line.line)
      return nil
    }
    var last = start.day
    if let end = component.first("DTEND") {
      guard let date = ICSDate(end.value) else {
        report(.dateInvalid, "\"\(end.value)\" is not a date; \(name) was imported without its end", end.line)
        return edtf(start.edtf)
      }
      last = date == start ? start.day : max(date.lastDay, start.day)
      if date.day < start.day {
        report(.rangeReversed, "\(name) ends before it begins; it was imported without its end", end.line)
      }
    } else if let line = component.first("DURATION"), let duration = ICSDuration(line.value) {
      last = lastDay(from: start, duration)
    }
    return edtf(last > start.day ? "\(start.day)/\(last)" : start.edtf)
  }

  private func lastDay(from start: ICSDate, _ duration: ICSDuration) -> CivilDay {
    if start.isWholeDay { return start.day.adding(days: max(0, duration.days - 1)) }
    let clock = (start.time ?? "").prefix(8).split(separator: ":").compactMap { Int($0) }
    let second = clock.reduce(0) { $0 * 60 + $1 } + duration.seconds
    return start.day.adding(days: duration.days + max(0, second - 1) / 86_400)
  }

  private func edtf(_ text: String) -> EntryDate? {
    try? EntryDate(edtf: text)
  }

  /// A yearly event is an entry that "on this day" finds each year; of others the first occurrence stands for all.
  private mutating func reportRecurrence(of component: ICSComponent, name: String) {
    guard let line = component.first("RRULE") ?? component.first("RDATE") else { return }
    let rule = ICSRecurrence(line.value)
    guard rule.isYearly else {
      report(.recurrence, "\(name) repeats (\(line.value)) and was imported once, at its first date", line.line)
      return
    }
    guard let end = rule.end else { return }
    report(
      .recurrence,
      "\(name) repeats each year \(end); a timeline remembers it after that too: remove it when it is to be forgotten",
      line.line)
  }
}
