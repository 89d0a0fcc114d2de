import FoundationEssentials
import Timeline

/// JSON Feed 1.0 and 1.1 (jsonfeed.org).
struct JSONFeed: Decodable {
  var version: LooseValue?
  var title: LooseValue?
  var description: LooseValue?
  var home_page_url: LooseValue?
  var author: Lossy<Author>?
  var authors: [Lossy<Author>]?
  var items: [Lossy<Item>]?

  struct Author: Decodable {
    var name: LooseValue?
  }

  struct Item: Decodable {
    var id: LooseValue?
    var url: LooseValue?
    var external_url: LooseValue?
    var title: LooseValue?
    var content_html: LooseValue?
    var content_text: LooseValue?
    var summary: LooseValue?
    var image: LooseValue?
    var banner_image: LooseValue?
    var date_published: LooseValue?
    var date_modified: LooseValue?
    var tags: [LooseValue]?
    var attachments: [Lossy<Attachment>]?
  }

  struct Attachment: Decodable {
    var url: LooseValue?
    var mime_type: LooseValue?
    var title: LooseValue?
  }
}

extension Feed {
  /// A feed in JSON; an item that does not have the form of one becomes a finding.
  init(_ json: JSONFeed, lines: [Int]) {
    title = json.title.words
    let words = json.description.words
    about = words.isEmpty ? nil : .plain(words)
    author = (json.authors?.first?.value ?? json.author?.value)?.name.words ?? ""
    link = json.home_page_url.words
    for (index, item) in (json.items ?? []).enumerated() {
      let line = index < lines.count ? lines[index] : 1
      if let item = item.value {
        items.append(FeedItem(item, line: line))
      } else {
        findings.append(
          ImportRule.rowInvalid.finding(
            line: line, "item \(index + 1) does not have the form of an item and was left out"))
      }
    }
  }
}

extension FeedItem {
  init(_ item: JSONFeed.Item, line: Int) {
    self.line = line
    id = item.id.words
    title = item.title.words
    dates = [item.date_published.words, item.date_modified.words].filter { !$0.isEmpty }
    link = item.url.words
    if !item.external_url.words.isEmpty { links.append(Link(text: "", url: item.external_url.words)) }
    let html = item.content_html.words
    let plain = [html.isEmpty ? item.content_text.words : "", item.summary.words].filter { !$0.isEmpty }
    let texts = (html.isEmpty ? [] : [Content.html(html)]) + plain.map { .plain($0) }
    content = texts.first
    summary = texts.dropFirst().first
    for image in [item.image.words, item.banner_image.words] {
      if case .address(let url) = WebAddress.read(image, base: link), !pictures.contains(where: { $0.path == url }) {
        pictures.append(Picture(path: url, alt: ""))
      }
    }
    for attachment in (item.attachments ?? []).compactMap(\.value) {
      guard !attachment.url.words.isEmpty else { continue }
      if attachment.mime_type.words.hasPrefix("image/"), case .address(let url) = WebAddress.read(attachment.url.words)
      {
        pictures.append(Picture(path: url, alt: ""))
      } else {
        links.append(Link(text: attachment.title.words, url: attachment.url.words))
      }
    }
    tags = (item.tags ?? []).map(\.text)
  }
}
