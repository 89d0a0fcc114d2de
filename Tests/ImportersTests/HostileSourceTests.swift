import Foundation
import Testing
import Timeline

@testable import Importers

/// Sources that mean harm, given to every importer: each is read, or refused with a reason.
@Suite(.timeLimit(.minutes(10)))
struct HostileSourceTests {
  /// What `make test-faults` reads ten times as long.
  private static let scale = ProcessInfo.processInfo.environment["DAYBOOK_LONG_TESTS"] == "1" ? 10 : 1

  private static func sample(_ name: String, _ head: String, times count: Int, _ part: String, _ end: String = "")
    -> (name: String, bytes: [UInt8])
  {
    (name, Array((head + String(repeating: part, count: count * scale) + end).utf8))
  }

  private static let samples: [(name: String, bytes: [UInt8])] = [
    ("nothing", []), ("invalid UTF-8", Array("2 March 2021\nRain ".utf8) + [0xC3, 0x28, 0xFF]),
    ("NUL", Array("2 March 2021\nRain\0 fell.\n".utf8)), ("a byte order mark alone", [0xEF, 0xBB, 0xBF]),
    ("carriage returns", Array("2 March 2021\r\nRain.\r\rSun.\r\n".utf8)),
    sample("one long line", "2 March 2021\n", times: 40_000, "word "),
    sample("nested blockquotes", "2 March 2021\n", times: 1_000, ">", " a"),
    sample("nested elements", "<h2>2 March 2021</h2>", times: 1_000, "<blockquote><div>", "a"),
    sample("nested lists of links", "<h2>2 March 2021</h2>", times: 2_000, "<ul><li><a href='#a'>a</a><span>"),
    ("HTML that never closes", Array("<html><h2>2 March 2021</h2><p>Rain <b><i><a href='x'><script>x(".utf8)),
    sample("tags that never end", "<h2>2 March 2021</h2>", times: 2_000, "<p title='"),
    ("aliases", Array("---\na: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b,*b]\n---\n2 March 2021\nRain.\n".utf8)),
    sample("nested JSON", "{\"events\": ", times: 10_000, "["),
    sample("nested components", "", times: 2_000, "BEGIN:VEVENT\n"),
    sample("a quotation mark never closed", "Date,Title\n2021-03-02,\"", times: 5_000, "a\n"),
    sample("quotation marks never closed", "Date,Title\n", times: 2_000, "a\",\"\n"),
    (
      "entities",
      Array("<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;&b;&b;\">]><rss><channel>&c;</channel></rss>".utf8)
    ),
  ]

  @Test(arguments: ImporterRegistry.all.map { $0.name }, samples.map(\.name))
  func aHostileSourceIsReadOrRefused(importer: String, sample: String) throws {
    let bytes = try #require(Self.samples.first { $0.name == sample }).bytes
    let importer = try #require(ImporterRegistry.named(importer))
    let source = ImportSource(bytes: bytes, name: "source")
    _ = ImporterRegistry.guess(for: source)
    do {
      let timeline = try importer.init().import(source)
      expectRoundTrip(timeline.document)
    } catch {
      #expect(!error.problem.isEmpty)
    }
  }

  @Test(arguments: ImporterRegistry.all.map { $0.name })
  func aSourceBeyondMeasureIsRefused(importer: String) throws {
    let source = ImportSource(bytes: Array(repeating: UInt8(ascii: "a"), count: ImportSource.mostBytes + 1))
    let importer = try #require(ImporterRegistry.named(importer))
    let error = #expect(throws: ImportError.self) { try importer.init().import(source) }
    #expect(error?.problem.contains("64 MB") == true)
  }

  /// Addresses that run code never come through, however they are written.
  @Test(arguments: [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\nscript:alert(1)", " javascript:alert(1)", "data:text/html,x",
    "vbscript:x", "file:///etc/passwd",
  ])
  func addressesThatRunCodeAreLeftOut(url: String) throws {
    let page =
      "<h2>2 March 2021</h2><p>Rain <a href=\"\(url)\">here</a>.</p><img src=\"\(url)\" alt=\"A\">"
      + "<iframe src=\"\(url)\"></iframe><video><source src=\"\(url)\"></video><a href=\"\(url)\"><div>B</div></a>"
    let json = String(decoding: try JSONEncoder().encode(["url": url]), as: UTF8.self)
    let sources: [(any Importer.Type, String)] = [
      (HTMLImporter.self, page),
      (
        TimelineJSImporter.self,
        "{\"events\": [{\"start_date\": {\"year\": 2021}, \"text\": {\"headline\": \"A\"}, \"media\": \(json)}]}"
      ),
      (ICSImporter.self, "BEGIN:VEVENT\nDTSTART:20210302\nSUMMARY:A\nURL:\(url.filter { $0 != "\n" })\nEND:VEVENT"),
      (CSVImporter.self, "Date,Title,Link,Image\n2021-03-02,A,\"\(url)\",\"\(url)\"\n"),
      (
        FeedImporter.self,
        "<rss><channel><item><title>A</title><pubDate>2021-03-02</pubDate><link>\(url)</link></item></channel></rss>"
      ),
    ]
    for (importer, text) in sources {
      let document = try importer.init().import(ImportSource(text: text)).document
      #expect(document.entries.count == 1, "\(importer.name)")
      for entry in document.entries {
        #expect(entry.links.isEmpty && entry.pictures.isEmpty, "\(importer.name): \(TimelineWriter.write(entry))")
      }
    }
  }
}
