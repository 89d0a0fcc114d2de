import Timeline

/// A web page: what it says of itself, and the parts that may hold its article.
struct HTMLPage {
  let metadata: ArticleMetadata
  /// The address that relative links begin at.
  let base: String?
  /// The parts to look for entries in, the likeliest first.
  let parts: [MarkupElement]
  /// The page has no title above those of its articles.
  let haveOwnTitles: Bool

  init(_ root: MarkupElement) {
    let meta = Self.metaValues(root)
    let canonical = Self.all("link", in: root).first { $0.attributes["rel"] == "canonical" }?.attributes["href"]
    let address = [canonical, meta["og:url"]].compactMap(\.self).first { $0.contains("://") }
    base = root.first("base")?.attributes["href"].flatMap { $0.contains("://") ? $0 : nil } ?? address
    let body = root.first("body") ?? root
    let articles = HTMLArticles(body)
    parts = articles.parts
    haveOwnTitles = articles.haveOwnTitles
    let heading = articles.heading.map { MarkupText.collapsed($0.text) }
    let title = heading ?? meta["og:title"] ?? root.first("title").map { MarkupText.collapsed($0.text) }
    let published = meta["article:published_time"] ?? meta["date"] ?? meta["pubdate"] ?? meta["datepublished"]
    metadata = ArticleMetadata(
      title: title?.nonEmpty, author: meta["author"].flatMap { $0.contains("://") ? nil : $0.nonEmpty },
      published: published.flatMap { FeedDate.read(String($0.prefix(10))) }, address: address)
  }

  private static func metaValues(_ root: MarkupElement) -> [String: String] {
    var values: [String: String] = [:]
    for element in all("meta", in: root) {
      let name = element.attributes["property"] ?? element.attributes["name"] ?? element.attributes["itemprop"] ?? ""
      guard !name.isEmpty, let content = element.attributes["content"], values[name.lowercased()] == nil else {
        continue
      }
      values[name.lowercased()] = MarkupText.collapsed(content)
    }
    return values
  }

  static func all(_ name: String, in element: MarkupElement) -> [MarkupElement] {
    element.elements.flatMap { inner in (inner.name == name ? [inner] : []) + all(name, in: inner) }
  }
}
