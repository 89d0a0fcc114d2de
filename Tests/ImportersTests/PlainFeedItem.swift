import Foundation
import FoundationXML

/// An item of a feed as it stands in its source.
struct PlainFeedItem {
  /// Day and time as EDTF, in the item's own zone and without it.
  var date: String?
  var texts: [(field: String, text: String)] = []
  var addresses: [(field: String, url: String)] = []

  /// Takes the words, links and pictures of HTML.
  ///
  /// A link to a place within the page leads nowhere in a timeline.
  /// Where an attribute's quotation mark never closes, all that follows is part of it, as in a browser.
  mutating func take(html: String) {
    var html = html
    if html.count(where: { $0 == "\"" }) % 2 == 1, let mark = html.lastIndex(of: "\""),
      let tag = html[..<mark].lastIndex(of: "<")
    {
      html = String(html[..<tag])
    }
    texts.append(("text", Self.words(html)))
    for image in html.matches(of: #/<img\s[^>]*>/#) {
      if let url = image.0.firstMatch(of: #/src=["']([^"']*)["']/#) { addresses.append(("image", String(url.1))) }
      if let alt = image.0.firstMatch(of: #/alt=["']([^"']*)["']/#) { texts.append(("alt", String(alt.1))) }
    }
    for link in html.matches(of: #/<a\s[^>]*href=["']([^"'#][^"']*)["']/#) where !link.1.hasPrefix("javascript:") {
      addresses.append(("link", String(link.1)))
    }
    texts.removeAll { $0.text.allSatisfy(\.isWhitespace) }
  }

  private static func words(_ html: String) -> String {
    html.replacing(#/<[^>]*>/#, with: " ").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&amp;", with: "&").replacing("&nbsp;", with: " ").replacing("&quot;", with: "\"")
  }

  /// `2003-12-31T10:14:55-08:00` and `Thu, 01 Jan 2004 19:48:21 GMT` as they stand, without their zones.
  static func date(_ text: String) -> String? {
    if let iso = text.firstMatch(of: #/^\s*(\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d:\d\d)?)?)?)/#) { return String(iso.1) }
    guard let parts = text.firstMatch(of: #/(\d{1,2}) ([A-Z][a-z]{2}) (\d{4})(?: (\d\d:\d\d:\d\d))?/#),
      let month = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        .firstIndex(of: String(parts.2))
    else { return nil }
    let twoDigits = { (number: String) in (number.count < 2 ? "0" : "") + number }
    let day = "\(parts.3)-\(twoDigits(String(month + 1)))-\(twoDigits(String(parts.1)))"
    return day + (parts.4.map { "T" + $0 } ?? "")
  }
}

/// The items of a feed in XML, as far as it is well formed.
struct PlainXML {
  var items: [PlainFeedItem] = []

  init(_ bytes: Data) {
    let reader = Reader()
    let parser = XMLParser(data: bytes)
    parser.delegate = reader
    _ = parser.parse()
    items = reader.items
  }

  private final class Reader: NSObject, XMLParserDelegate {
    var items: [PlainFeedItem] = []
    private var item: PlainFeedItem?
    private var isRSS = false
    private var type = ""
    /// The words of an element, with the tags of those within it.
    private var words = ""
    private var depth = 0

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      if item != nil { depth += 1 }
      if name == "item" || name == "entry" { (item, isRSS, depth) = (PlainFeedItem(), name == "item", 0) }
      if depth > 1, !name.contains("media:") {
        words += "<\(name)" + attributes.map { " \($0.key)=\"\($0.value)\"" }.joined() + ">"
      } else {
        words = ""
        type = (attributes["type"] ?? "") + (attributes["mode"] ?? "")
      }
      guard item != nil, depth > 0 else { return }
      switch name {
      case "link":
        let relations = ["alternate", "related", "via", "enclosure"]
        guard let url = attributes["href"], relations.contains(attributes["rel"] ?? "alternate") else { return }
        item?.addresses.append(("link", url))
      case "enclosure", "media:content", "media:thumbnail", "itunes:image":
        guard let url = attributes["url"] ?? attributes["href"] else { return }
        let isImage = (attributes["type"] ?? attributes["medium"] ?? "image").hasPrefix("image")
        item?.addresses.append((isImage ? "image" : "link", url))
      default: break
      }
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) { words += text }

    func parser(_ parser: XMLParser, foundCDATA block: Data) { words += String(decoding: block, as: UTF8.self) }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
      if item != nil, name == "item" || name == "entry" {
        if let item { items.append(item) }
        item = nil
      }
      guard item != nil else { return }
      defer { depth -= 1 }
      let text = words.trimmingCharacters(in: .whitespacesAndNewlines)
      guard depth == 1 || name.hasPrefix("media:"), !text.isEmpty else { return }
      switch name {
      case "title", "dc:title": item?.texts.append(("title", text))
      case "link": item?.addresses.append(("link", text))
      case "media:credit": item?.texts.append(("credit", text))
      case "media:description": item?.texts.append(("alt", text))
      case "description", "content:encoded", "summary", "content", "itunes:summary":
        if isRSS || type.contains("html") || type.contains("xml") || type.contains("escaped") {
          item?.take(html: text)
        } else {
          item?.texts.append(("text", text))
        }
      case "pubDate", "dc:date", "published", "issued", "created":
        if let date = PlainFeedItem.date(text) { item?.date = date }
      case "updated", "modified":
        if item?.date == nil { item?.date = PlainFeedItem.date(text) }
      default: break
      }
    }
  }
}

/// A JSON Feed as it stands.
struct PlainJSON: Decodable {
  struct Item: Decodable {
    struct Attachment: Decodable {
      var url: String
      var title: String?
    }
    var title, url, external_url, content_html, content_text, summary, image, banner_image, date_published: String?
    var tags: [String]?
    var attachments: [Attachment]?

    var fields: PlainFeedItem {
      var item = PlainFeedItem(date: date_published.flatMap(PlainFeedItem.date))
      if let content_html { item.take(html: content_html) }
      item.texts += [("title", title), ("text", content_html == nil ? content_text : nil), ("text", summary)]
        .compactMap { field in field.1.map { (field.0, $0) } }
      item.addresses += [("link", url), ("link", external_url), ("image", image), ("image", banner_image)]
        .compactMap { field in field.1.map { (field.0, $0) } }
      for attachment in attachments ?? [] {
        item.addresses.append(("link", attachment.url))
        if let title = attachment.title { item.texts.append(("text", title)) }
      }
      return item
    }
  }
  var items: [Item]
}
