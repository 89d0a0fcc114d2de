/// Puts a document together from the blocks of a text, in one pass.
struct TimelineBuilder {
  private(set) var document = TimelineDocument()
  private(set) var findings: [Finding] = []
  let settings: TimelineSettings
  private let file: String?
  let bytes: [UInt8]
  private var chunks: ChunkReader
  private(set) var entry: Entry?
  /// Where the part begins that has a heading whose date cannot be used.
  private var undated: (entry: UndatedEntry, start: Int)?
  /// Where the heading of the first entry begins.
  private var firstHeading: Int?
  /// The last block of the entry that is no note, when it is a list, and where it goes unless it holds the fields.
  private var lastList: (chunk: MarkdownChunk, place: Int)?

  init(_ bytes: [UInt8], firstLine: Int, settings: TimelineSettings, file: String?) {
    self.bytes = bytes
    self.settings = settings
    self.file = file
    chunks = ChunkReader(bytes, firstLine: firstLine)
  }

  mutating func readFrontMatter(_ yaml: String) {
    var reader = FrontMatterReader()
    reader.read(yaml, into: &document)
    for problem in reader.problems { report(problem.rule, problem.position, problem.message) }
  }

  mutating func readBody() {
    while let chunk = chunks.chunk() {
      // Most blocks hold nothing that is looked for, and one look tells.
      let mayHoldComment = chunk.mayHoldComment && bytes[chunk.range].contains(UInt8(ascii: "<"))
      if chunk.isUnclosed || mayHoldComment { reportUnclosed(chunk) }
      if mayHoldComment { reportRules(chunk) }
      reportSwallowed(chunk)
      if case .heading(2) = chunk.kind, begins(chunk) { continue }
      if entry != nil { add(chunk) }
    }
    finishPart(at: bytes.count)
    readStandfirst(0..<(firstHeading ?? bytes.count))
    deriveIDs()
    if document.entries.isEmpty && document.undated.isEmpty {
      report(
        NoEntries.name, SourcePosition(line: 1),
        "There is no dated entry; begin one with a heading such as \"## 2024-08-04 — Title\".")
    }
  }

  mutating func report(_ rule: String, _ position: SourcePosition, _ message: String) {
    guard let severity = settings.severity(of: rule) else { return }
    findings.append(Finding(file: file, position: position, severity: severity, rule: rule, message: message))
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}

// MARK: - Headings and entries

extension TimelineBuilder {
  /// What a level-2 heading begins.
  private enum Beginning {
    case entry(Entry)
    /// An entry that stays out of all drafts, since its date cannot be told.
    case undated(id: String?)
    /// Nothing: it is text of what it stands in.
    case text
  }

  /// Whether a level-2 heading begins an entry, which then is the one that blocks are added to.
  private mutating func begins(_ chunk: MarkdownChunk) -> Bool {
    let start = chunk.range.lowerBound
    switch beginning(chunk) {
    case .text: return false
    case .entry(let next):
      finishPart(at: start)
      entry = next
    case .undated(let id):
      finishPart(at: start)
      let part = UndatedEntry(place: document.entries.count, id: id, markdown: "", position: chunk.position)
      undated = (part, start)
    }
    if firstHeading == nil { firstHeading = start }
    return true
  }

  /// What a level-2 heading begins; what is wrong with its date is a finding.
  private mutating func beginning(_ chunk: MarkdownChunk) -> Beginning {
    let line = text(chunk.content)
    guard let heading = EntryHeading(line, order: settings.dateOrder) else { return unreadable(line, chunk) }
    for problem in heading.date.problems {
      let (rule, message) = DateProblems.finding(for: problem, written: heading.date.text)
      report(rule, place(of: chunk), heading.date.date == nil ? "\(message) \(Self.outlook)" : message)
    }
    guard let date = heading.date.date else { return .undated(id: heading.id) }
    return .entry(
      Entry(
        id: heading.id ?? "", isIDWritten: heading.id != nil, date: date, dateText: heading.date.text,
        title: heading.date.rest.isEmpty ? nil : heading.date.rest, position: chunk.position))
  }

  /// A heading that does not begin with a date: one that is meant to is an entry all the same.
  private mutating func unreadable(_ line: String, _ chunk: MarkdownChunk) -> Beginning {
    if let words = EntryHeading.intendedDate(in: line) {
      report(
        InvalidDate.name, place(of: chunk),
        "\"\(words)\" cannot be read as a date; correct it. \(Self.outlook)")
      return .undated(id: EntryHeading.splitID(line).1)
    }
    report(
      UndatedHeading.name, chunk.position,
      "This heading does not begin with a date, so it is part of the text above it; add a date, or use ### for it.")
    return .text
  }

  private static let outlook = "Until then the entry is in no draft."

  /// Where the text of a heading begins.
  private func place(of heading: MarkdownChunk) -> SourcePosition {
    SourcePosition(
      line: heading.position.line,
      column: heading.position.column + heading.content.lowerBound - heading.range.lowerBound)
  }

  private mutating func add(_ chunk: MarkdownChunk) {
    switch chunk.kind {
    case .comment:
      guard let note = note(chunk) else { return append(.text(text(chunk.range)), chunk) }
      entry?.blocks.append(.note(note))
      entry?.blockPositions.append(chunk.position)
    case .quote:
      let markdown = text(chunk.range)
      append(QuoteReader.read(markdown[...]).map(Block.quote) ?? .text(markdown), chunk)
    case .paragraph where bytes[chunk.content.lowerBound...].first == UInt8(ascii: "!"):
      let markdown = text(chunk.range)
      guard let pictures = PictureReader.read(markdown[...]) else { return append(.text(markdown), chunk) }
      append(pictures, chunk)
    case .list:
      keepList()
      lastList = entry.map { (chunk, $0.blocks.count) }
    default:
      append(.text(text(chunk.range)), chunk)
    }
  }

  private mutating func reportUnclosed(_ chunk: MarkdownChunk) {
    if chunk.isUnclosed {
      report(
        UnclosedBlock.name, chunk.position,
        "This block is never closed, so everything behind it belongs to it; close it where it should end.")
    } else if chunk.kind == .paragraph || chunk.kind == .quote, let offset = unclosedComment(in: chunk.range) {
      let before = bytes[chunk.range.lowerBound..<offset]
      let line = chunk.position.line + before.count { $0 == UInt8(ascii: "\n") }
      let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? chunk.range.lowerBound
      report(
        UnclosedBlock.name, SourcePosition(line: line, column: text(start..<offset).count + 1),
        "This comment is not closed in its paragraph, so the rest of that is left out, and what follows is published; close "
          + "it with -->.")
    }
  }

  /// Where a comment begins that a text does not close.
  private func unclosedComment(in range: Range<Int>) -> Int? {
    let open = range.last { bytes[$0] == UInt8(ascii: "<") && bytes[$0..<range.upperBound].starts(with: "<!--".utf8) }
    guard let open, bytes[open..<range.upperBound].firstRange(of: Array("-->".utf8)) == nil else { return nil }
    return bytes[range.lowerBound..<open].count { $0 == UInt8(ascii: "`") } % 2 == 0 ? open : nil
  }

  private mutating func append(_ block: Block, _ chunk: MarkdownChunk) {
    keepList()
    entry?.blocks.append(block)
    entry?.blockPositions.append(chunk.position)
  }

  /// Makes the last list a block of the entry.
  private mutating func keepList() {
    guard let (chunk, place) = lastList else { return }
    let block = Block.text(text(chunk.range))
    entry?.blocks.insert(block, at: place)
    entry?.blockPositions.insert(chunk.position, at: place)
    lastList = nil
  }

  /// The pictures of a paragraph; where each has a line of its own, that is its place.
  private mutating func append(_ pictures: [Picture], _ chunk: MarkdownChunk) {
    let lines = bytes[chunk.range].count { $0 == UInt8(ascii: "\n") } + 1
    for (index, picture) in pictures.enumerated() {
      var chunk = chunk
      if pictures.count == lines { chunk.position.line += index }
      append(.picture(picture), chunk)
    }
  }

  /// What stands in a comment; nil where something else follows on its last line.
  private func note(_ chunk: MarkdownChunk) -> String? {
    let markdown = text(chunk.range).trimmingSpaces()
    guard markdown.hasPrefix("<!--"), markdown.hasSuffix("-->") else { return nil }
    let inside = markdown.dropFirst(4).dropLast(3)
    return inside.contains(exactly: "-->") ? nil : String(inside)
  }

  /// Ends the entry, or the part without a date, that reaches to a byte.
  private mutating func finishPart(at end: Int) {
    if let undated {
      var part = undated.entry
      part.markdown = String(text(undated.start..<end).trimmingSpaces())
      document.undated.append(part)
      self.undated = nil
    }
    if let list = lastList?.chunk {
      switch EntryFields.read(FieldListReader.items(of: list, in: bytes)) {
      case .fields(let fields): entry?.fields = fields
      case .body(let strays):
        keepList()
        for stray in strays { report(UnknownField.name, stray.position, UnknownField.message(for: stray)) }
      }
    }
    if let entry { document.entries.append(entry) }
    entry = nil
    lastList = nil
  }
}

// MARK: - The whole document

extension TimelineBuilder {
  private mutating func readStandfirst(_ range: Range<Int>) {
    var standfirst = text(range).trimmingSpaces()
    if document.title == nil, standfirst.hasPrefix("# ") {
      let line = standfirst.prefix { $0 != "\n" }
      let title = PlainMarkdown.line(String(line.dropFirst(2).trimmingSpaces()))
      if !title.isEmpty {
        document.title = title
        standfirst = standfirst[line.endIndex...].trimmingSpaces()
      }
    }
    document.standfirst = String(standfirst)
  }

  /// Gives every entry without a written id one that no other entry of the file has.
  private mutating func deriveIDs() {
    guard document.entries.contains(where: { !$0.isIDWritten }) else { return }
    var taken = Set(document.entries.lazy.filter(\.isIDWritten).map(\.id))
    taken.formUnion(document.undated.compactMap(\.id))
    for index in document.entries.indices where !document.entries[index].isIDWritten {
      let entry = document.entries[index]
      document.entries[index].id = EntryID.unique(
        EntryID.derived(from: entry.date, title: entry.title), among: &taken)
    }
  }
}
