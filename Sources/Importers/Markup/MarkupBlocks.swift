import Timeline

/// Turns HTML into blocks of words, links and pictures; scripts, forms, navigation and tracking pixels are left out.
struct MarkupBlocks {
  private(set) var blocks: [MarkupBlock] = []
  private(set) var findings: [Finding] = []

  private static let inline: Set<String> = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u",
    "var", "wbr", "center",
  ]

  private let base: String?
  /// Within a blockquote another one is no more than a paragraph.
  private let isQuotation: Bool
  /// The page has date headings, so that rows of tables are text whatever they begin with.
  private let rowsAreText: Bool
  private var run = InlineRun()
  private var runLine = 1

  /// Reads an element and all within it; `base` is the address of the page, for links that are relative.
  init(_ root: MarkupElement, base: String? = nil, isQuotation: Bool = false) {
    self.base = base
    self.isQuotation = isQuotation
    rowsAreText = root.first("tr") != nil && root.isDatedByHeadings
    visitChildren(of: root)
    flush(line: root.line)
  }

  // MARK: - Blocks

  private mutating func visitChildren(of element: MarkupElement) {
    for child in element.children {
      switch child {
      case .text(let text):
        if run.isEmpty { runLine = element.line }
        run.append(text: text)
      case .element(let inner): visit(inner)
      }
    }
  }

  private mutating func visit(_ element: MarkupElement) {
    if let sideMatter = element.sideMatter {
      leaveOut(sideMatter, line: element.line)
      return
    }
    guard !element.isUnread else { return }
    switch element.name {
    case "br": flush(line: element.line)
    case "hr":
      flush(line: element.line)
      blocks.append(MarkupBlock(kind: .rule, run: InlineRun(), line: element.line))
    case "img": addPicture(element)
    case "figure", "picture": addFigure(element)
    case "blockquote" where !isQuotation: addQuotation(element)
    case "h1", "h2", "h3", "h4", "h5", "h6": addWhole(element, .heading(element.name.last?.wholeNumberValue ?? 2))
    case "li": addWhole(element, .item)
    case "tr": addRow(element)
    case "iframe", "video", "audio": addMedia(element)
    case "a" where hasBlocks(element): addBlockLink(element)
    case _ where Self.inline.contains(element.name) && !hasBlocks(element):
      if run.isEmpty { runLine = element.line }
      var words = run
      run = InlineRun()
      appendInline(element, to: &words)
      run = words
    default:
      flush(line: element.line)
      visitChildren(of: element)
      flush(line: element.line)
    }
  }

  /// Whether a link or a span holds whole blocks.
  private func hasBlocks(_ element: MarkupElement) -> Bool {
    element.elements.contains { inner in
      !Self.inline.contains(inner.name) && inner.name != "br" && !inner.isUnread
        || inner.name == "br" || Self.inline.contains(inner.name) && hasBlocks(inner)
    }
  }

  mutating func flush(line: Int, as kind: MarkupBlock.Kind = .paragraph) {
    let words = run.trimmed
    run = InlineRun()
    guard !words.isEmpty else { return }
    blocks.append(MarkupBlock(kind: kind, run: words, line: runLine))
  }

  /// A heading or a list item: its own words become one block, blocks within it follow.
  private mutating func addWhole(_ element: MarkupElement, _ kind: MarkupBlock.Kind) {
    flush(line: element.line)
    let before = blocks.count
    runLine = element.line
    visitChildren(of: element)
    flush(line: element.line)
    if let first = blocks.indices.dropFirst(before).first(where: { blocks[$0].kind == .paragraph }) {
      blocks[first].kind = kind
    }
  }

  /// A row of a table: a date in its first cell heads the rest, unless the page has date headings.
  private mutating func addRow(_ element: MarkupElement) {
    flush(line: element.line)
    let cells = element.elements.filter { ["td", "th"].contains($0.name) }
    let before = blocks.count
    if !rowsAreText, Self.namesColumns(cells) { return }
    if !rowsAreText, let first = cells.first, DateHeading.read(first.text, order: .mdy)?.isAlone == true {
      cells.forEach { addWhole($0, .paragraph) }
      return
    }
    for (index, cell) in cells.enumerated() {
      if index > 0, !run.isEmpty { run.append(text: " | ") }
      visitChildren(of: cell)
    }
    flush(line: element.line)
    guard rowsAreText else { return }
    for index in blocks.indices.dropFirst(before) where blocks[index].kind == .paragraph { blocks[index].kind = .row }
  }

  /// `Date | Event` above the dates of a table.
  private static func namesColumns(_ cells: [MarkupElement]) -> Bool {
    guard cells.count > 1, cells.allSatisfy({ $0.name == "th" }) else { return false }
    let columns = CSVColumns(header: cells.map { MarkupText.collapsed($0.text) }, given: [:])
    return columns.has("date") || columns.has("year")
  }

  mutating func addBlock(_ block: MarkupBlock) {
    flush(line: block.line)
    blocks.append(block)
  }

  /// A figure without a picture, such as one around a table or a quotation.
  mutating func addUnpictured(_ element: MarkupElement) {
    flush(line: element.line)
    visitChildren(of: element)
    flush(line: element.line)
  }

  /// The words of a block become a link, unless there are links among them.
  mutating func linkWords(ofBlock index: Int, to url: String) {
    guard blocks[index].run.links.isEmpty else { return }
    var run = InlineRun()
    run.append(blocks[index].run, linkingTo: url)
    blocks[index].run = run
  }

  private mutating func leaveOut(_ name: String, line: Int) {
    flush(line: line)
    if let last = blocks.last, case .heading = last.kind, Self.contentsTitles.contains(last.run.plain.lowercased()) {
      blocks.removeLast()
    }
    findings.append(ImportRule.leftOut.finding(line: line, "left out, for it is no part of the article: \(name)"))
  }

  private static let contentsTitles: Set<String> = [
    "contents", "table of contents", "inhalt", "inhaltsverzeichnis", "innhold", "sommaire", "table des matières",
    "índice", "contenido",
  ]

  var pageAddress: String? { base }

  func address(_ text: String) -> WebAddress.Answer { WebAddress.read(text, base: base) }

  mutating func takeFindings(of inner: MarkupBlocks) { findings += inner.findings }

  /// The words of the blocks, in the order of the page.
  mutating func takeRuns() -> [InlineRun] { blocks.map(\.run).filter { !$0.isEmpty } }

  /// A link or a picture whose address is none for readers.
  mutating func reportRefused(_ message: String, line: Int) {
    findings.append(ImportRule.linkScheme.finding(line: line, message, isSettled: true))
  }

  // MARK: - Inline

  private mutating func inlineRun(of element: MarkupElement) -> InlineRun {
    var run = InlineRun()
    for child in element.children {
      switch child {
      case .text(let text): run.append(text: text)
      case .element(let inner) where inner.name == "br": run.append(text: " ")
      case .element(let inner) where !inner.isUnread: appendInline(inner, to: &run)
      case .element: break
      }
    }
    return run
  }

  private mutating func appendInline(_ element: MarkupElement, to run: inout InlineRun) {
    if element.name == "img" {
      addPicture(element)
      return
    }
    var words = inlineRun(of: element)
    switch element.name {
    case "a": appendLink(words, element, to: &run)
    case "em", "i": run.append(words, mark: "*")
    case "strong", "b": run.append(words, mark: "**")
    case "q":
      run.append(text: "“")
      run.append(words)
      run.append(text: "”")
    case "time":
      if words.time == nil, let value = element.attributes["datetime"], !value.isEmpty {
        words.time = .init(value: value, text: String(words.plain.trimmingSpaces()))
      }
      run.append(words)
    default: run.append(words)
    }
  }

  private mutating func appendLink(_ words: InlineRun, _ element: MarkupElement, to run: inout InlineRun) {
    switch WebAddress.read(element.attributes["href"], base: base) {
    case .address(let url): run.append(words, linkingTo: url)
    case .refused(let scheme):
      reportRefused("a link with \(scheme): was left out; its words are kept", line: element.line)
      run.append(words)
    case .none: run.append(words)
    }
  }
}
