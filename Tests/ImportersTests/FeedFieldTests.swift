import Foundation
import FoundationXML
import TestSupport
import Testing
import Timeline

@testable import Importers

/// Every field of every item of the sample feeds, held against a plain reading of the source that shares no code with
/// the importer.
@Suite(.enabled(if: SharedData.isThere, Comment(rawValue: SharedData.leftOut)))
struct FeedFieldTests {
  private static let folder = "conformance/feeds/"

  private static func files(_ folders: [String]) throws -> [String] {
    try folders.flatMap { folder in
      try FileManager.default.contentsOfDirectory(atPath: SharedData.folder.appending(path: Self.folder + folder).path)
        .sorted().map { folder + "/" + $0 }
    }
  }

  @Test func everyFieldOfEveryItemOfXMLIsKept() throws {
    let files = try Self.files([
      "feedparser-examples", "feedparser-illformed", "gofeed-translator/atom", "gofeed-translator/rss",
    ])
    var seen: [String: Int] = [:]
    for name in files where [".xml", ".rdf"].contains(String(name.suffix(4))) {
      var bytes = try SharedData.data(Self.folder + name)
      var feed = PlainXML(bytes)
      if feed.items.allSatisfy({ $0.date == nil }) {
        let text = String(decoding: bytes, as: UTF8.self)
          .replacing("</item>", with: "<pubDate>2021-03-03</pubDate></item>")
          .replacing("</entry>", with: "<published>2021-03-03</published></entry>")
        bytes = Data(text.utf8)
        feed = PlainXML(bytes)
      }
      guard !feed.items.isEmpty else { continue }
      let document = try FeedImporter().import(ImportSource(bytes: [UInt8](bytes), name: name)).document
      expect(feed.items, in: document, of: name, &seen)
    }
    for field in ["date", "title", "text", "link", "image"] { #expect(seen[field, default: 0] > 3, "\(field)") }
  }

  @Test func everyFieldOfEveryItemOfJSONIsKept() throws {
    var seen: [String: Int] = [:]
    let files =
      try Self.files(["gofeed-translator/json"]).filter { !$0.contains("expected") } + [
        "feedparser-examples/jsonfeed-example.json"
      ]
    for name in files {
      var text = try SharedData.text(Self.folder + name)
      if !text.contains("date_published") {
        text = text.replacing("\"content_text\":", with: "\"date_published\": \"2021-03-03\", \"content_text\":")
      }
      let plain = try JSONDecoder().decode(PlainJSON.self, from: Data(text.utf8))
      let document = try FeedImporter().import(ImportSource(text: text, name: name)).document
      expect(plain.items.map(\.fields), in: document, of: name, &seen)
    }
    for field in ["date", "title", "text", "link", "image"] { #expect(seen[field, default: 0] > 0, "\(field)") }
  }

  /// Media RSS, which no sample has in full: pictures with their words and who made them.
  @Test func picturesKeepTheirWordsAndWhoMadeThem() throws {
    let text = """
      <rss xmlns:media="http://search.yahoo.com/mrss/"><channel><item><title>A</title>
      <pubDate>Wed, 03 Mar 2021 10:00:00 GMT</pubDate>
      <description>&lt;img src="https://example.org/a.jpg" alt="A mill"&gt;</description>
      <media:group><media:content url="https://example.org/b.jpg" medium="image"><media:credit>Bo Lind</media:credit>
      <media:description>A lock</media:description></media:content></media:group></item></channel></rss>
      """
    var seen: [String: Int] = [:]
    let document = try FeedImporter().import(ImportSource(text: text)).document
    expect(PlainXML(Data(text.utf8)).items, in: document, of: "Media RSS", &seen)
    #expect(seen == ["date": 1, "title": 1, "image": 2, "alt": 2, "credit": 1])
  }

  private func expect(
    _ items: [PlainFeedItem], in document: TimelineDocument, of name: String, _ seen: inout [String: Int]
  ) {
    let entries = TimelineReader.read(TimelineWriter.write(document)).document.entries
    #expect(entries == document.entries)
    for item in items {
      guard let date = item.date else { continue }
      let day = entries.filter { $0.date.edtf.hasPrefix(date) }.map { Kept($0) }
      let isThere = day.contains { entry in
        item.texts.allSatisfy { entry.has($0.text) } && item.addresses.allSatisfy { entry.hasAddress($0.url) }
      }
      #expect(isThere, "\(name): \(item); kept: \(day)")
      for field in ["date"] + item.texts.map(\.field) + item.addresses.map(\.field) { seen[field, default: 0] += 1 }
    }
  }
}
