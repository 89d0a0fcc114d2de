import Timeline

extension MarkupBlocks {
  private static let trackers = [
    "pixel", "doubleclick", "facebook.com/tr", "google-analytics", "scorecardresearch", "chartbeat", "quantserve",
    "/beacon", "statcounter", "feedburner.com/~", "feeds.feedburner.com/~r", "googletagmanager", "googlesyndication",
    "adservice",
  ]

  /// A figure: its pictures, their credit, and its caption as a paragraph; a figure of figures is read part by part.
  mutating func addFigure(_ element: MarkupElement) {
    let caption = element.first("figcaption")
    let images = Self.images(in: element)
    guard !images.isEmpty, element.first("figure") == nil else {
      addUnpictured(element)
      return
    }
    let (words, credit) = caption.map { PictureCaption.read($0) } ?? (nil, nil)
    let before = blocks.count
    for image in images { addPicture(image.element, credit: credit, linkedTo: image.link) }
    guard let words, let caption, blocks.count > before else { return }
    var run = InlineRun()
    run.append(text: words)
    addBlock(MarkupBlock(kind: .paragraph, run: run.trimmed, line: caption.line))
  }

  /// The pictures within an element, each with the address that a link around it leads to.
  private static func images(
    in element: MarkupElement, link: String? = nil
  ) -> [(element: MarkupElement, link: String?)] {
    element.elements.flatMap { inner -> [(element: MarkupElement, link: String?)] in
      if inner.name == "img" { return [(inner, link)] }
      return inner.isUnread ? [] : images(in: inner, link: inner.name == "a" ? inner.attributes["href"] : link)
    }
  }

  /// Adds a picture with its alternative text and its credit, and the link around it where that leads elsewhere.
  mutating func addPicture(_ image: MarkupElement, credit: String? = nil, linkedTo link: String? = nil) {
    guard !isTracker(image), let path = source(of: image) else { return }
    let own = ["data-credit", "data-copyright"].compactMap { image.attributes[$0] }.first { !$0.isEmpty }
    let alt = String((image.attributes["alt"] ?? "").split { $0.isWhitespace }.joined(separator: " "))
    let picture = Picture(path: path, alt: alt, credit: credit ?? own)
    addBlock(MarkupBlock(kind: .picture(picture), run: InlineRun(), line: image.line))
    if let link, case .address(let url) = address(link), !WebAddress.isPicture(url) {
      addLink(url, to: url, line: image.line)
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

  /// A picture or a frame of one or two pixels, or from a host that counts readers.
  func isTracker(_ image: MarkupElement) -> Bool {
    let sizes = ["width", "height"].compactMap { image.attributes[$0] }.compactMap { Int($0.prefix { $0.isNumber }) }
    if sizes.contains(where: { $0 <= 2 }) { return true }
    let source = image.attributes["src"]?.lowercased() ?? ""
    return Self.trackers.contains { source.contains($0) }
  }
}
