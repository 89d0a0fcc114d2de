internal import Timeline

/// Markdown as plain text for e-mail: wrapped at 72 columns, links as footnotes.
///
/// 72 leaves room for the `> ` of replies within the 78 columns that RFC 5322 recommends.
struct FootnotedText {
  static let width = 72

  private var targets: [String] = []

  /// The text of some blocks, the footnotes at its end.
  static func text(_ blocks: [MarkdownBlock]) -> String {
    var writer = FootnotedText()
    let body = writer.lines(blocks, width: width).joined(separator: "\n")
    let notes = writer.targets.enumerated().map { "[\($0 + 1)] \($1)" }
    return notes.isEmpty ? body : "\(body)\n\n\(notes.joined(separator: "\n"))"
  }

  private mutating func lines(_ blocks: [MarkdownBlock], width: Int, isTight: Bool = false) -> [String] {
    var all: [String] = []
    for block in blocks {
      let lines = lines(block, width: width)
      if lines.isEmpty { continue }
      if !all.isEmpty, !isTight { all.append("") }
      all += lines
    }
    return all
  }

  private mutating func lines(_ block: MarkdownBlock, width: Int) -> [String] {
    switch block {
    case .paragraph(let inlines): return TextWrap.lines(of: text(inlines), width: width)
    case .heading(let level, let inlines): return heading(level, text(inlines), width: width)
    case .blockquote(let inner):
      return lines(inner.withSpeakerApart, width: width - 2).map { $0.isEmpty ? ">" : "> \($0)" }
    case .list(let start, let isTight, let items):
      var all: [String] = []
      for (index, item) in items.enumerated() {
        let mark = start.map { "\($0 + index). " } ?? "- "
        let indent = String(repeating: " ", count: mark.count)
        if !all.isEmpty, !isTight { all.append("") }
        for (row, line) in lines(item, width: width - mark.count, isTight: isTight).enumerated() {
          all.append(row == 0 ? mark + line : line.isEmpty ? "" : indent + line)
        }
      }
      return all
    case .code(_, let text):
      return Draft.canonical(text).split(separator: "\n").map { "    \($0)" }
    case .html(let raw): return TextWrap.lines(of: MarkdownNotes.removed(from: raw), width: width)
    case .thematicBreak: return [String(repeating: "-", count: 24)]
    case .table(let rows):
      return rows.flatMap { row in
        TextWrap.lines(of: row.map { text($0) }.joined(separator: " | "), width: width)
      }
    }
  }

  private func heading(_ level: Int, _ text: String, width: Int) -> [String] {
    let lines = TextWrap.lines(of: text, width: width)
    guard level < 4, let longest = lines.map(\.count).max() else { return lines }
    return lines + [String(repeating: level < 3 ? "=" : "-", count: longest)]
  }

  private mutating func text(_ inlines: [MarkdownInline]) -> String {
    var all = ""
    for inline in inlines {
      switch inline {
      case .text(let text), .code(let text): all += text
      case .softBreak: all += " "
      case .lineBreak: all += "\n"
      case .emphasis(let inner), .strikethrough(let inner), .strong(let inner): all += text(inner)
      case .link(let url, _, let inner): all += link(url, text(inner))
      case .image(_, let credit, let alt):
        let words = [alt, MarkdownNotes.removed(from: credit)].filter { !$0.isEmpty }.joined(separator: " — ")
        if !words.isEmpty { all += "[\(words)]" }
      case .html(let raw): all += raw.hasPrefix("<!--") ? "" : raw
      }
    }
    return all
  }

  /// The words of a link with the number of its footnote; an address that shows itself needs none.
  private mutating func link(_ url: String, _ words: String) -> String {
    let address = url.hasPrefix("mailto:") ? String(url.dropFirst(7)) : url
    guard SafeURL.isLink(url), words != address, words != url else { return words }
    let index = targets.firstIndex(of: address) ?? targets.endIndex
    if index == targets.endIndex { targets.append(address) }
    return "\(words) [\(index + 1)]"
  }
}
