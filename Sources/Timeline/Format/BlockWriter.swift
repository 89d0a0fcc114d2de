/// Writes the blocks of an entry.
enum BlockWriter {
  static func markdown(for block: Block) -> String {
    switch block {
    case .text(let markdown): markdown
    case .quote(let quote): Self.markdown(for: quote)
    case .picture(let picture): PictureReader.markdown(for: picture)
    case .note(let text): "<!--\(text)-->"
    }
  }

  private static func markdown(for quote: Quote) -> String {
    var text = quote.text
    if QuoteMarks.withoutOuter(text) != text { text = "“\(text)”" }
    var lines = PlainMarkdown.lines(for: text)
    lines.append(attribution(of: quote)[...])
    let markdown = lines.map { $0.isEmpty ? ">" : "> \($0)" }.joined(separator: "\n")
    return markdown
  }

  private static func attribution(of quote: Quote) -> String {
    let plain = attribution(of: quote) { $0 }
    let read = QuoteReader.read("> x\n> \(plain)")
    if read?.speaker == quote.speaker, read?.source == quote.source, read?.isSure == quote.isSure { return plain }
    return attribution(of: quote, escape: PlainMarkdown.escaped)
  }

  private static func attribution(of quote: Quote, escape: (String) -> String) -> String {
    var line = "—"
    if let speaker = quote.speaker { line += " " + name(speaker, escape: escape) }
    if !quote.isSure { line += " " + QuoteReader.unsureMark }
    if let source = quote.source { line += (quote.speaker == nil ? " , " : ", ") + escape(source) }
    return line
  }

  private static func name(_ speaker: String, escape: (String) -> String) -> String {
    EscapedList.escaped(escape(speaker))
  }
}
