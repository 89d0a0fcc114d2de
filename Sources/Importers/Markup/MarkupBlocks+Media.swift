import Timeline

// Frames, films, and links around pictures.
extension MarkupBlocks {
  /// A frame, a film or a recording: a link whose words are its title, or its address.
  mutating func addMedia(_ element: MarkupElement) {
    let sources = [element] + HTMLPage.all("source", in: element)
    let candidates = sources.flatMap { source in ["data-src", "src"].compactMap { source.attributes[$0] } }
    guard !isTracker(element) else { return }
    var refused: String?
    for candidate in candidates {
      switch address(candidate) {
      case .address(let url):
        addLink(element.attributes["title"].map(MarkupText.collapsed)?.nonEmpty ?? url, to: url, line: element.line)
        return
      case .refused(let scheme) where scheme != "about": refused = scheme
      case .refused, .none: continue
      }
    }
    if let refused { reportRefused("a frame with \(refused): was left out", line: element.line) }
  }

  /// A link around whole blocks: its first words carry it; around pictures alone it stands behind them, unless it leads
  /// to a picture, which is the same one at another size.
  mutating func addBlockLink(_ element: MarkupElement) {
    flush(line: element.line)
    let before = blocks.count
    addUnpictured(element)
    let answer = address(element.attributes["href"] ?? "")
    if case .refused(let scheme) = answer {
      reportRefused("a link with \(scheme): was left out; its words are kept", line: element.line)
    }
    guard case .address(let url) = answer, blocks.count > before else { return }
    if let worded = blocks.indices.dropFirst(before).first(where: { !blocks[$0].run.isEmpty }) {
      linkWords(ofBlock: worded, to: url)
    } else if !WebAddress.isPicture(url) {
      addLink(url, to: url, line: element.line)
    }
  }

  mutating func addLink(_ words: String, to url: String, line: Int) {
    var text = InlineRun()
    text.append(text: words)
    var run = InlineRun()
    run.append(text, linkingTo: url)
    addBlock(MarkupBlock(kind: .paragraph, run: run.trimmed, line: line))
  }
}
