import Timeline

extension MarkupBlocks {
  private static let trackers = [
    "pixel", "doubleclick", "facebook.com/tr", "google-analytics", "scorecardresearch", "chartbeat", "quantserve",
    "/beacon", "statcounter", "feedburner.com/~", "feeds.feedburner.com/~r",
  ]

  /// A figure: its picture, its credit, and its caption as a paragraph.
  mutating func addFigure(_ element: MarkupElement) {
    let caption = element.first("figcaption")
    guard let image = element.first("img") else {
      addUnpictured(element)
      return
    }
    addPicture(image, caption: caption)
  }

  /// Adds a picture with its alternative text and its credit.
  mutating func addPicture(_ image: MarkupElement, caption: MarkupElement?) {
    guard !isTracker(image) else { return }
    let (words, credit) = caption.map { PictureCaption.read($0) } ?? (nil, nil)
    guard let path = source(of: image) else { return }
    let own = ["data-credit", "data-copyright"].compactMap { image.attributes[$0] }.first { !$0.isEmpty }
    let alt = String((image.attributes["alt"] ?? "").split { $0.isWhitespace }.joined(separator: " "))
    let picture = Picture(path: path, alt: alt, credit: credit ?? own)
    addBlock(MarkupBlock(kind: .picture(picture), run: InlineRun(), line: image.line))
    if let words, let caption {
      var run = InlineRun()
      run.append(text: words)
      addBlock(MarkupBlock(kind: .paragraph, run: run.trimmed, line: caption.line))
    }
  }

  /// The address of a picture: lazy pages keep it in another attribute and a placeholder in `src`.
  private mutating func source(of image: MarkupElement) -> String? {
    let sets = ["data-srcset", "srcset"].compactMap { image.attributes[$0] }.compactMap {
      $0.split(separator: ",").last
    }
    .compactMap { $0.split(separator: " ").first.map(String.init) }
    let names = ["data-src", "data-lazy-src", "data-original", "src"]
    var refused: String?
    for candidate in names.compactMap({ image.attributes[$0] }) + sets {
      switch address(candidate) {
      case .address(let url): return url
      case .refused(let scheme): refused = scheme
      case .none: continue
      }
    }
    if let refused { reportRefused("a picture with \(refused): was left out", line: image.line) }
    return nil
  }

  /// A picture of one or two pixels, or from a host that counts readers.
  private func isTracker(_ image: MarkupElement) -> Bool {
    let sizes = ["width", "height"].compactMap { image.attributes[$0] }.compactMap { Int($0.prefix { $0.isNumber }) }
    if sizes.contains(where: { $0 <= 2 }) { return true }
    let source = image.attributes["src"]?.lowercased() ?? ""
    return Self.trackers.contains { source.contains($0) }
  }
}
