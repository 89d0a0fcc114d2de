import Timeline

/// HTML that stands in a field of another format: a cell, a description, a feed's content.
enum MarkupText {
  /// The blocks of a field, with what had to be left out; a text without tags is taken as it is.
  static func blocks(of field: String, base: String? = nil, line: Int) -> (blocks: [Block], findings: [Finding]) {
    guard field.contains("<") || field.contains("&") else { return (plainBlocks(of: field), []) }
    let result = MarkupParser.html(Array(field.utf8))
    guard let root = result.root else { return ([], []) }
    var (blocks, findings) = self.blocks(of: root, base: base, line: line)
    if result.isCutShort {
      findings.append(
        ImportRule.sourceCut.finding(
          line: line, "the HTML is nested too deeply or too large; what follows the bound was left out"))
    }
    return (blocks, findings)
  }

  /// The blocks of an element; what is found in it is placed on `line`.
  static func blocks(of element: MarkupElement, base: String?, line: Int) -> (blocks: [Block], findings: [Finding]) {
    let markup = MarkupBlocks(element, base: base)
    let findings = markup.findings.map { finding in
      var finding = finding
      finding.position = SourcePosition(line: line)
      return finding
    }
    return (self.blocks(of: markup.blocks), findings)
  }

  /// One line of words without markup, as for titles and names.
  static func plain(_ field: String) -> String {
    guard field.contains("<") || field.contains("&") else {
      return field.split { $0.isWhitespace }.joined(separator: " ")
    }
    guard let root = MarkupParser.html(Array(field.utf8)).root else { return "" }
    let words = MarkupBlocks(root).blocks.map { $0.run.plain }.filter { !$0.isEmpty }
    return words.joined(separator: " ").split { $0.isWhitespace }.joined(separator: " ")
  }

  /// The links of a field.
  static func links(of field: String) -> [Link] {
    guard field.contains("<"), let root = MarkupParser.html(Array(field.utf8)).root else { return [] }
    return MarkupBlocks(root).blocks.flatMap { $0.run.links }
  }

  /// Plain text with an empty line between paragraphs; a single line break is a break in the line.
  static func plainBlocks(of field: String) -> [Block] {
    ParagraphReader.parts(of: field).map { lines in
      .text(lines.map { MarkdownText.escaped($0) }.joined(separator: "\\\n"))
    }
  }

  private static func blocks(of markup: [MarkupBlock]) -> [Block] {
    var blocks: [Block] = []
    var isInList = false
    for block in markup {
      let isItem = block.kind == .item
      if isItem, isInList, case .text(let list)? = blocks.last {
        blocks[blocks.count - 1] = .text(list + "\n" + block.markdown)
      } else if let made = self.block(of: block) {
        blocks.append(made)
      }
      isInList = isItem
    }
    return blocks
  }

  static func block(of markup: MarkupBlock) -> Block? {
    switch markup.kind {
    case .picture(let picture): return .picture(picture)
    case .rule: return nil
    case .quotation(let attribution?):
      let text = markup.paragraphs.map { $0.plain.trimmingMarks("“”\"«» ") }.filter { !$0.isEmpty }
        .joined(separator: "\n\n")
      let (speaker, source) = parted(attribution)
      return .quote(Quote(text: text, speaker: speaker, source: source))
    default: return markup.markdown.isEmpty ? nil : .text(markup.markdown)
    }
  }

  /// The words without white space at their ends and with single spaces.
  static func collapsed(_ text: String) -> String {
    text.split { $0.isWhitespace }.joined(separator: " ")
  }

  /// Parts `A. Runner, mixed zone` and `A. Runner (@arunner) June 1, 2024` into speaker and source.
  private static func parted(_ attribution: String) -> (speaker: String?, source: String?) {
    if attribution.contains("(@"), let close = attribution.firstIndex(of: ")") {
      let source = attribution[attribution.index(after: close)...].trimmingMarks(" ,")
      return (String(attribution[...close]), source.nonEmpty)
    }
    guard let comma = attribution.firstIndex(of: ",") else { return (attribution, nil) }
    let source = attribution[attribution.index(after: comma)...].trimmingMarks(" ")
    return (attribution[..<comma].trimmingMarks(" ").nonEmpty, source.nonEmpty)
  }
}
