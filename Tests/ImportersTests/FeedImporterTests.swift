import Foundation
import TestSupport
import Testing
import Timeline

@testable import Importers

struct FeedImporterTests {
  private func read(_ text: String) throws -> ImportedTimeline {
    let source = ImportSource(text: text, name: "f.xml")
    #expect(ImporterRegistry.guess(for: source)?.name == "feed")
    let timeline = try FeedImporter().import(source)
    expectRoundTrip(timeline.document)
    return timeline
  }

  @Test func itemsAreReadOldestFirst() throws {
    let timeline = try read(
      """
      <?xml version="1.0"?><rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel>
      <title>The Mill &amp; Lock</title><link>https://example.org/</link>
      <item><title>Sun</title><pubDate>Thu, 04 Mar 2021 10:00:00 +0100</pubDate><guid>b</guid></item>
      <item><title>Rain &amp;amp; wind</title><pubDate>Wed, 03 Mar 2021</pubDate><link>https://example.org/a?x=1&amp;y=2</link>
      <description>&lt;p&gt;Wet &lt;a href="/b"&gt;b&lt;/a&gt;&lt;img src="c.png" alt="C"&gt;&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;</description>
      <category>wet</category><media:content url="https://example.org/d.jpg" medium="image"><media:credit>Cy</media:credit></media:content></item>
      </channel></rss>
      """)
    #expect(timeline.document.title == "The Mill & Lock")
    #expect(timeline.document.entries.map(\.title) == ["Rain & wind", "Sun"])
    #expect(timeline.document.entries.map(\.date.edtf) == ["2021-03-03", "2021-03-04T10:00:00+01:00"])
    #expect(timeline.document.entries[0].fields.tags == ["wet"])
    #expect(
      timeline.document.entries[0].blocks == [
        .text("Wet [b](https://example.org/b)"), .picture(Picture(path: "https://example.org/c.png", alt: "C")),
        .picture(Picture(path: "https://example.org/d.jpg", alt: "", credit: "Cy")),
        .text("<https://example.org/a?x=1&y=2>"),
      ])
    #expect(timeline.document.entries[1].id == "b")
  }

  /// A summary that is the beginning of the content would be read twice; any other is words of their own.
  @Test func summariesAreKeptUnlessTheyAreExcerpts() throws {
    let beginning = "The river rose in the night and stood at the mill by six"
    for (summary, isKept) in [("\(beginning) […]", false), ("Rain, and a lock that held.", true)] {
      let text = "<p>\(beginning).</p><p>It fell by noon.</p>"
      let html = text.replacing("<", with: "&lt;")
      let sources = [
        "<rss xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><item><pubDate>2021-03-03</pubDate>"
          + "<description>\(summary)</description><content:encoded>\(html)</content:encoded></item></channel></rss>",
        "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><published>2021-03-03</published><summary>\(summary)"
          + "</summary><content type=\"html\">\(html)</content></entry></feed>",
        "{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [{\"date_published\": \"2021-03-03\", "
          + "\"content_html\": \"\(text)\", \"summary\": \"\(summary)\"}]}",
      ]
      for source in sources {
        let entry = try #require(try read(source).document.entries.first)
        #expect(entry.bodyMarkdown.contains("lock that held") == isKept)
        #expect(entry.blocks.count == (isKept ? 3 : 2))
      }
    }
  }

  @Test func oneBadItemLosesNoOther() throws {
    let timeline = try read(
      "<rss><channel>\n<item><title>A</title></item>\n<item><title>B</title><pubDate>soon</pubDate></item>\n"
        + "<item><title>C</title><pubDate>2021-03-03</pubDate><link>javascript:x()</link></item>\n</channel></rss>")
    #expect(timeline.document.entries.map(\.title) == ["C"])
    #expect(timeline.findings.map(\.rule) == ["date-invalid", "date-invalid", "link-scheme"])
    #expect(timeline.findings.map(\.position.line) == [2, 3, 4])
  }

  @Test func entityBombsAndOutsideFilesStayWhereTheyAre() throws {
    let levels = (1...9).map { "<!ENTITY e\($0) \"" + String(repeating: "&e\($0 - 1);", count: 10) + "\">" }.joined()
    let bomb = "<!DOCTYPE rss [<!ENTITY e0 \"lol\">\(levels)<!ENTITY f SYSTEM \"file:///etc/passwd\">]>"
    let timeline = try FeedImporter().import(
      ImportSource(
        text: bomb
          + "<rss><channel><item><title>A &e9; &f; &eacute;</title><pubDate>2021-03-03</pubDate></item></channel></rss>"
      ))
    let written = TimelineWriter.write(timeline.document)
    #expect(written.utf8.count < 2_000)
    #expect(!written.contains("root:"))
    #expect(timeline.findings.contains { $0.rule == "source-broken" })
  }

  @Test func entitiesOfHTMLAreKnown() throws {
    let timeline = try read(
      "<rss><channel><item><title>Caf&eacute; &ndash; &unknown;</title><pubDate>2021-03-03</pubDate></item></channel></rss>"
    )
    #expect(timeline.document.entries.map(\.title) == ["Café – \\&unknown;"])
  }

  @Test func aDocumentThatIsNoFeedIsAnError() {
    for text in ["", "<note>x</note>", "{\"version\": \"1\"}", "{", "\0"] {
      #expect(throws: ImportError.self) { try FeedImporter().import(ImportSource(text: text)) }
    }
    let nested = String(repeating: "<a>", count: 10_000)
    #expect(throws: ImportError.self) { try FeedImporter().import(ImportSource(text: nested)) }
  }

  @Test func jsonFeeds() throws {
    let timeline = try read(
      """
      {"version": "https://jsonfeed.org/version/1.1", "title": "Mill", "items": [
        {"id": 7, "title": "B", "content_text": "a <b", "date_published": "2021-03-04T10:00:00Z", "tags": ["x"]},
        3,
        {"id": "8", "content_html": "<p>Hello<script>x()</script></p>", "date_published": "2021-03-03", "image": "https://example.org/i.png"}
      ]}
      """)
    #expect(timeline.document.entries.map(\.id) == ["8", "7"])
    #expect(timeline.document.entries[0].blocks.first == .text("Hello"))
    #expect(MarkdownBlock.parse(timeline.document.entries[1].bodyMarkdown).plainText == "a <b")
    #expect(timeline.findings.map(\.position.line) == [3])
  }
}

/// The feeds of gofeed and feedparser.
@Suite(.enabled(if: SharedData.isThere, Comment(rawValue: SharedData.leftOut)))
struct FeedConformanceTests {
  private static let folder = SharedData.folder.appending(path: "conformance/feeds")

  private struct Dates: Decodable {
    struct Case: Decodable {
      var text: String
      var utc: String?
    }
    var rfc822: [Case]
    var w3dtf: [Case]
    var gofeed: [Case]
  }

  @Test func datesMeanTheSameInstant() throws {
    let dates = try SharedData.json("conformance/feeds/dates.json", as: Dates.self)
    for example in dates.rfc822 + dates.w3dtf + dates.gofeed {
      let read = FeedDate.read(example.text)
      guard let utc = example.utc else {
        #expect(read == nil, "\(example.text)")
        continue
      }
      let date = try #require(read, "\(example.text)")
      #expect(instant(date.edtf) == instant(utc), "\(example.text)")
    }
  }

  /// Seconds from 1970, a text without a time being its first second.
  private func instant(_ edtf: String) -> Int? {
    let parts = edtf.split(separator: "T").map(String.init)
    let padded = parts[0] + String("-01-01".dropFirst(parts[0].count - 4))
    guard let day = CivilDay(iso8601: padded) else { return nil }
    guard parts.count > 1 else { return day.daysSinceEpoch * 86_400 }
    let clock = parts[1].prefix(8).split(separator: ":").compactMap { Int($0) }
    let zone = parts[1].dropFirst(8)
    var offset = 0
    if zone.count == 6, let hours = Int(zone.dropFirst().prefix(2)), let minutes = Int(zone.suffix(2)) {
      offset = (hours * 60 + minutes) * 60 * (zone.first == "-" ? -1 : 1)
    }
    return day.daysSinceEpoch * 86_400 + clock[0] * 3_600 + clock[1] * 60 + clock[2] - offset
  }

  private struct Neutral: Decodable {
    struct Item: Decodable {
      var title: String?
      var link: String?
      var published: String?
      var updated: String?
      var categories: [String]?
      var image: Image?
      var content: String?
      var description: String?
    }
    struct Image: Decodable {
      var url: String?
    }
    var title: String?
    var items: [Item]?
  }

  /// Items there have no dates mostly; one is added to each, so that they become entries.
  @Test func partsOfItemsAreKept() throws {
    var seen = 0
    for kind in ["rss", "atom"] {
      let folder = Self.folder.appending(path: "gofeed-translator/" + kind)
      for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() where name.hasSuffix(".xml")
      {
        let file = folder.appending(path: name)
        let expected = try JSONDecoder().decode(
          Neutral.self, from: Data(contentsOf: file.deletingPathExtension().appendingPathExtension("json")))
        var text = try String(contentsOf: file, encoding: .utf8)
        let isDated = name.contains("published") || name.contains("updated")
        if !isDated {
          text = text.replacing("</item>", with: "<pubDate>2021-03-03</pubDate></item>")
            .replacing("</entry>", with: "<published>2021-03-03</published></entry>")
        }
        let timeline = try FeedImporter().import(ImportSource(text: text))
        expectRoundTrip(timeline.document)
        if let title = expected.title { #expect(timeline.document.title == title, "\(name)") }
        let items = expected.items ?? []
        guard timeline.document.entries.count == items.count else { continue }
        for (item, entry) in zip(items, timeline.document.entries) {
          seen += 1
          let all = TimelineWriter.write(entry)
          if let title = item.title { #expect(entry.title == title, "\(name)") }
          if let link = item.link { #expect(all.contains(link), "\(name): \(link)") }
          if let url = item.image?.url { #expect(entry.pictures.contains { $0.path == url }, "\(name)") }
          for category in item.categories ?? [] { #expect(entry.fields.tags.contains(category), "\(name)") }
          if isDated, let date = item.published ?? item.updated {
            #expect(entry.date == FeedDate.read(date), "\(name)")
          }
          if let words = item.content ?? item.description, !words.contains("<") {
            #expect(all.contains(words), "\(name)")
          }
        }
      }
    }
    #expect(seen > 30)
  }

  @Test(arguments: ["feedparser-examples", "feedparser-illformed", "gofeed-universal", "gofeed-translator/json"])
  func samplesAreReadOrRefusedWithAReason(folder: String) throws {
    let path = Self.folder.appending(path: folder)
    for name in try FileManager.default.contentsOfDirectory(atPath: path.path).sorted() where !name.contains("expected")
    {
      let bytes = [UInt8](try Data(contentsOf: path.appending(path: name)))
      do {
        let timeline = try FeedImporter().import(ImportSource(bytes: bytes, name: name))
        expectRoundTrip(timeline.document)
      } catch {
        #expect(
          ["empty_feed.xml", "invalid.json", "unknown_feed.xml", "rss_empty_document.xml"].contains(name),
          "\(name): \(error)")
      }
    }
  }

  private struct Sanitised: Decodable {
    struct Case: Decodable {
      var name: String
      var feed: String
    }
    var cases: [Case]
  }

  @Test func noMarkupThatRunsIsLeft() throws {
    let cases = try SharedData.json("conformance/feeds/sanitize.json", as: Sanitised.self).cases
    #expect(cases.count > 700)
    for example in cases {
      let dated = example.feed.replacing("</entry>", with: "<published>2021-03-03</published></entry>")
        .replacing("</item>", with: "<pubDate>2021-03-03</pubDate></item>")
      guard let timeline = try? FeedImporter().import(ImportSource(text: dated)) else { continue }
      let blocks = MarkdownBlock.parse(timeline.document.entries.map(TimelineWriter.write).joined(separator: "\n\n"))
      #expect(!"\(blocks)".contains(".html("), "\(example.name)")
      for entry in timeline.document.entries {
        for url in MarkdownBlock.parse(entry.bodyMarkdown).links.map(\.url) {
          #expect(!url.lowercased().hasPrefix("javascript:") && !url.lowercased().hasPrefix("data:"), "\(example.name)")
        }
      }
    }
  }
}
