import Timeline

/// Reads RSS 0.9 to 2.0, RSS 1.0 (RDF) and Atom 0.3 and 1.0, with the extensions that carry dates and pictures.
///
/// Where an element is missing its cousins stand in: Dublin Core, iTunes, Media RSS, Atom within RSS.
struct XMLFeed {
  private(set) var feed = Feed()

  static let atom = ["http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#"]

  /// Reads a document's root; nil where it is no feed.
  init?(_ root: MarkupElement) {
    switch root.name.lowercased() {
    case "rss", "rdf", "channel": readRSS(root)
    case "feed": readAtom(root)
    default: return nil
    }
  }

  // MARK: - RSS

  private mutating func readRSS(_ root: MarkupElement) {
    let channel = root.name == "channel" ? root : root.elements.first { $0.name == "channel" } ?? root
    feed.title = Self.text(channel, ["title"])
    feed.link = Self.text(channel, ["link"])
    feed.author = Self.author(Self.text(channel, ["managingEditor", "creator", "author"]))
    let about = Self.text(channel, ["description", "subtitle", "summary"])
    feed.about = about.isEmpty ? nil : .html(about)
    let items = channel.elements.filter { $0.name == "item" }
    feed.items = (items.isEmpty ? root.elements.filter { $0.name == "item" } : items).map { Self.rssItem($0) }
  }

  private static func rssItem(_ element: MarkupElement) -> FeedItem {
    var item = FeedItem()
    item.line = element.line
    item.base = element.attributes["base"]
    item.title = text(element, ["title"])
    let guid = element.elements.first { $0.name == "guid" }
    item.id = guid.map { clean($0.text) } ?? element.attributes["about"] ?? ""
    item.dates = texts(element, ["pubDate", "date", "published", "issued", "created", "updated", "modified"])
    let content =
      element.elements.first { $0.name == "encoded" } ?? element.elements.first { $0.name == "content" && isAtom($0) }
    let words = content.map { clean($0.text) } ?? ""
    let description = text(element, ["description", "summary", "abstract"])
    let texts = [words, description].filter { !$0.isEmpty }
    item.content = texts.first.map { .html($0) }
    item.summary = texts.dropFirst().first.map { .html($0) }
    var links = element.elements.filter { $0.name == "link" }.map { link in
      isAlternate(link) ? link.attributes["href"] ?? "" : clean(link.text)
    }.filter { !$0.isEmpty }
    if !links.isEmpty { item.link = links.removeFirst() }
    item.links = links.map { Link(text: "", url: $0) }
    if item.link.isEmpty, let guid, guid.attributes["isPermaLink"] != "false", guid.text.contains("://") {
      item.link = clean(guid.text)
    }
    addMedia(of: element, to: &item)
    addTags(of: element, to: &item)
    return item
  }

  // MARK: - Atom

  private mutating func readAtom(_ root: MarkupElement) {
    feed.title = Self.text(root, ["title"])
    feed.about = root.elements.first { ["subtitle", "tagline"].contains($0.name) }.map { Self.content(of: $0) }
    feed.author = root.elements.first { $0.name == "author" }.map { Self.text($0, ["name"]) } ?? ""
    let base = root.attributes["base"]
    if let link = root.elements.first(where: { $0.name == "link" && Self.isAlternate($0) }),
      case .address(let url) = WebAddress.read(link.attributes["href"], base: base)
    {
      feed.link = url
    }
    feed.items = root.elements.filter { $0.name == "entry" }.map { Self.atomItem($0, base: base) }
  }

  private static func atomItem(_ element: MarkupElement, base: String?) -> FeedItem {
    var item = FeedItem()
    item.line = element.line
    item.base = element.attributes["base"].flatMap { absolute($0, base) } ?? base
    item.id = text(element, ["id"])
    if let title = element.elements.first(where: { $0.name == "title" }) { item.title = title.text }
    item.dates = texts(element, ["published", "issued", "created", "date", "updated", "modified"])
    let texts = ["content", "summary"].compactMap { name in element.elements.first { $0.name == name } }
    item.content = texts.first.map { content(of: $0) }
    item.summary = texts.dropFirst().first.map { content(of: $0) }
    for link in element.elements where link.name == "link" {
      guard let href = link.attributes["href"], let url = absolute(href, link.attributes["base"] ?? item.base) else {
        continue
      }
      switch link.attributes["rel"] ?? "alternate" {
      case "alternate" where item.link.isEmpty: item.link = url
      case "enclosure":
        addFile(url, type: link.attributes["type"] ?? "", words: link.attributes["title"] ?? "", to: &item)
      case "alternate", "related", "via":
        item.links.append(Link(text: link.attributes["title"] ?? "", url: url))
      default: break
      }
    }
    addMedia(of: element, to: &item)
    addTags(of: element, to: &item)
    return item
  }

  static func absolute(_ url: String, _ base: String?) -> String? {
    switch WebAddress.read(url, base: base) {
    case .address(let url): url
    case .refused: url
    case .none: nil
    }
  }

  /// Text constructs of Atom 1.0 (RFC 4287, 3.1) and of 0.3 with its `mode`.
  private static func content(of element: MarkupElement) -> FeedItem.Content {
    let type = element.attributes["type"] ?? "text"
    if type == "xhtml" || element.attributes["mode"] == "xml" && !element.elements.isEmpty || !element.elements.isEmpty
    {
      return .elements(element)
    }
    let isEscaped = element.attributes["mode"] == "escaped" || element.attributes["mode"] == nil
    return type.contains("html") && isEscaped ? .html(element.text) : .plain(clean(element.text))
  }
}
