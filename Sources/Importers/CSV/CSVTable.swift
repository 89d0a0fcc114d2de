import Timeline

/// Makes a timeline of the rows of a table.
struct CSVTable {
  let columns: CSVColumns
  let width: Int
  /// How numeric dates are read; learnt from the table's other dates where the user says nothing.
  private var order: DateOrder?
  /// The word for what parts the fields.
  private let separator: String
  private var reader = SlideReader(word: "row")
  private var spreadsheet = SpreadsheetDates(column: [])
  private var own: [Finding] = []
  /// Dates as only spreadsheets write them, and words in columns for addresses: the first is told of with their number.
  private var converted: [(line: Int, text: String, date: EntryDate)] = []
  private var strays: [(line: Int, text: String)] = []

  var findings: [Finding] { own + reader.findings + summaries }

  init(columns: CSVColumns, width: Int, order: DateOrder?, separator: String = "comma") {
    self.columns = columns
    self.width = width
    self.order = order
    self.separator = separator
  }

  mutating func document(of records: [CSVRecords.Record]) -> TimelineDocument {
    var document = TimelineDocument()
    if order == nil { order = learntOrder(records) }
    spreadsheet = SpreadsheetDates(column: records.compactMap(\.fields).map { columns.value("date", $0) })
    for (index, record) in records.enumerated() {
      guard let fields = record.fields else {
        report(
          .rowInvalid, "row \(index + 2) has a quotation mark out of place and was left out", record.line)
        continue
      }
      guard fields.contains(where: { !$0.trimmingMarks(" \u{A0}\t").isEmpty }) else { continue }
      if let message = CSVRow.wideness(fields, width: width, number: index + 2, separator: separator) {
        report(.rowWide, message, record.line)
      }
      let slide = slide(of: fields, line: record.line)
      if columns.value("type", fields).lowercased() == "title" {
        let title = MarkupText.plain(slide.headline)
        document.title = title.isEmpty ? nil : title
        document.standfirst = reader.standfirst(of: slide)
      } else if columns.value("type", fields).lowercased() == "era" {
        report(.leftOut, "row \(index + 2) is an era and was left out", record.line)
      } else if let entry = entry(of: slide, fields, number: index + 2) {
        document.entries.append(entry)
      }
    }
    return document
  }

  private mutating func entry(of slide: TimelineJSSlide, _ fields: [String], number: Int) -> Entry? {
    var slide = slide
    if slide.start == nil || slide.start?.year.isEmpty == true, columns.has("date") {
      guard let date = writtenDate(fields, number: number, slide: &slide) else { return nil }
      slide.start = TimelineJSDate(year: "0", written: date)
      slide.end = nil
    }
    guard var entry = reader.entry(of: slide, number: number) else { return nil }
    if slide.start?.written != nil, let text = Self.dateText(columns.value("date", fields), entry.date) {
      entry.dateText = text
    }
    let people = columns.value("people", fields)
    entry.fields.people = list(people)
    if columns.has("tags") { entry.fields.add(tags: list(MarkupText.plain(columns.value("tags", fields)))) }
    entry.fields.weight = Int(columns.value("weight", fields))
    if let note = strayNote(fields, line: slide.line) {
      entry.blocks.append(.note(note))
      entry.blockPositions.append(entry.position)
    }
    return entry
  }

  /// The words of a season, which EDTF's number hides from readers.
  private static func dateText(_ text: String, _ date: EntryDate) -> String? {
    guard date.precision == .season, !text.contains("\n"), WrittenDate.read(prefixOf: text, order: nil)?.date == date
    else { return nil }
    return text
  }

  private func list(_ text: String) -> [String] {
    text.split { ",;|".contains($0) }.map { String($0.trimmingSpaces()) }.filter { !$0.isEmpty }
  }

  private func slide(of fields: [String], line: Int) -> TimelineJSSlide {
    var slide = TimelineJSSlide(line: line)
    let value = { (field: String) in columns.value(field, fields) }
    slide.start = TimelineJSDate(year: value("year"), month: value("month"), day: value("day"))
    slide.end = TimelineJSDate(year: value("endyear"), month: value("endmonth"), day: value("endday"))
    if let time = TimelineJSDate.time(value("time")), !value("day").isEmpty { slide.start?.time = time }
    slide.display = value("display")
    slide.headline = value("title")
    slide.text = value("text")
    slide.id = value("id")
    slide.background = value("background")
    let (image, link) = (value("image"), value("link"))
    slide.media = .init(
      url: CSVRow.isMedia(image) ? image : "", caption: value("caption"), credit: value("credit"),
      thumbnail: value("thumbnail"),
      alt: value("alt"), link: CSVRow.isAddress(link) ? link : "")
    return slide
  }

  /// Words that stand where a picture or a link belongs, with what stands beside them for the picture.
  private mutating func strayNote(_ fields: [String], line: Int) -> String? {
    var names: [String] = []
    if !CSVRow.isMedia(columns.value("image", fields)) { names += ["image", "alt", "credit", "caption"] }
    let link = columns.value("link", fields)
    if !link.isEmpty, !CSVRow.isAddress(link) { names.append("link") }
    guard let first = names.first else { return nil }
    strays.append(
      (line, "\"\(columns.value(first, fields))\" in the column \(columns.name(first))"))
    let words = names.map { ($0, MarkupText.plain(columns.value($0, fields))) }.filter { !$0.1.isEmpty }
      .map { "\(columns.name($0)): \($1)" }.joined(separator: "; ")
    return " The source has \(words.replacing("--", with: "–").replacing(">", with: "›")) "
  }

  /// What is said once of all rows.
  private var summaries: [Finding] {
    var summaries: [Finding] = []
    if let first = converted.first {
      summaries.append(
        ImportRule.dateAmbiguous.finding(
          line: first.line,
          "\(first.text) is a date as spreadsheets write it and was read as \(first.date.edtf)\(Self.others(converted.count)): "
            + "check these dates",
          isSettled: true))
    }
    if let first = strays.first {
      summaries.append(
        ImportRule.leftOut.finding(
          line: first.line,
          "\(first.text) is no address; it was kept as a private note\(Self.others(strays.count))"))
    }
    return summaries
  }

  private static func others(_ count: Int) -> String {
    switch count {
    case 1: ""
    case 2: ", and another alike"
    default: ", and \(count - 1) others alike"
    }
  }
}

// MARK: - Dates in one column

extension CSVTable {
  /// The date, or the range of two, of columns with whole dates; nil, with a finding, where there is none.
  private mutating func writtenDate(_ fields: [String], number: Int, slide: inout TimelineJSSlide) -> EntryDate? {
    let text = columns.value("date", fields)
    guard !text.isEmpty else {
      report(.dateInvalid, "row \(number) has no date and was left out", slide.line)
      return nil
    }
    guard let date = written(text, number: number, slide: &slide) else { return nil }
    let endText = columns.value("end", fields)
    guard !endText.isEmpty, let end = written(endText, number: number, slide: &slide) else { return date }
    guard end >= date else {
      report(
        .rangeReversed, "row \(number) ends (\(endText)) before it begins (\(text)); its end was left out",
        slide.line)
      return date
    }
    guard end != date else { return date }
    return (try? EntryDate(edtf: date.edtf + "/" + end.edtf)) ?? date
  }

  private mutating func written(_ text: String, number: Int, slide: inout TimelineJSSlide) -> EntryDate? {
    let line = slide.line
    if let date = spreadsheet.read(text) {
      converted.append((line, text, date))
      return date
    }
    guard let read = WrittenDate.read(prefixOf: text, order: order), read.rest.isEmpty else {
      report(.dateInvalid, "row \(number) was left out: \"\(text)\" is not a date", line)
      return nil
    }
    for problem in read.problems {
      switch problem {
      case .ambiguous(let readings):
        let names = readings.map(\.edtf).joined(separator: " or ")
        guard let taken = read.date ?? readings.first else { return nil }
        slide.note = "The source says \(text), which can be \(names)."
        report(
          .dateAmbiguous,
          "row \(number): \(text) can be \(names); \(taken.edtf) was taken, and a private note says so: say with "
            + "--date-order dmy or mdy which is meant, and import into a new file",
          line)
        return taken
      case .weekday:
        report(.weekdayMismatch, "row \(number): the weekday of \(text) does not go with its date", line)
      case .impossible, .reversed, .yearMissing:
        report(
          .dateInvalid, "row \(number) was left out: \(text) is not in the calendar or has no year", line)
      }
    }
    return read.date
  }

  /// The one order in which all of the table's numeric dates can be read.
  private func learntOrder(_ records: [CSVRecords.Record]) -> DateOrder? {
    guard columns.has("date") else { return nil }
    let texts = records.compactMap(\.fields).map { columns.value("date", $0) }
    let possible = DateOrder.allCases.filter { order in
      texts.allSatisfy { text in
        guard let open = WrittenDate.read(prefixOf: text, order: nil), open.date != nil else { return true }
        return Self.order(of: open) != (order == .dmy ? .mdy : .dmy)
      }
    }
    let isTold = texts.contains { WrittenDate.read(prefixOf: $0, order: nil).flatMap(Self.order) != nil }
    return isTold && possible.count == 1 ? possible[0] : nil
  }

  /// The order that a date of numbers leaves as the only one.
  private static func order(of written: WrittenDate) -> DateOrder? {
    guard let day = written.date?.day, day.day != day.month, !written.text.contains(where: \.isLetter),
      let first = Int(written.text.prefix { $0.isASCII && $0.isNumber }), first <= 31
    else { return nil }
    return first == day.day ? .dmy : .mdy
  }

  private mutating func report(_ rule: ImportRule, _ message: String, _ line: Int) {
    own.append(rule.finding(line: line, message))
  }
}
