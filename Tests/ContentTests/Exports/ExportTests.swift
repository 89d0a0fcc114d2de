import Foundation
import Scheduler
import TestSupport
import Testing
import Timeline

@testable import Content

@Suite struct ExportTests {
  static let zone: Zone = {
    let zone = try? Zone(named: "America/New_York") { name in
      (try? Data(contentsOf: URL(filePath: Zone.systemFolder).appending(path: name))).map(Array.init)
    }
    guard let zone else { preconditionFailure("tzdata has America/New_York") }
    return zone
  }()

  func entry(_ edtf: String, observed: String? = nil, blocks: [Block] = [.text("It was so.")]) throws -> Entry {
    var fields = EntryFields()
    fields.observed = observed.flatMap { NthWeekday($0) }
    return Entry(
      id: "e", date: try EntryDate(edtf: edtf), dateText: "as written", title: "A; title", blocks: blocks,
      fields: fields)
  }

  func issue(
    _ day: String, _ text: String = "## News\n\n### Story\n\nWords. <!-- SECRET -->\n",
    subject: String = "A < B & \u{1}C"
  )
    throws -> Draft
  {
    let first = Sample.day(day)
    var draft = Draft(
      id: IssueComposer.draftID(of: first), kind: .newsletter, channel: "newsletter", subject: subject, preheader: "P",
      period: Draft.Period(first: first, last: first.adding(days: 6)), entries: [], text: text)
    draft.approve()
    return draft
  }

  func published(_ drafts: [Draft], _ publication: Publication = Sample.publication) -> [PublishedIssue] {
    drafts.compactMap { PublishedIssue($0, publication: publication) }
  }

  // MARK: - Issues

  @Test("an issue is published only as it was approved")
  func approved() throws {
    var draft = try issue("2024-09-09")
    #expect(published([draft]).count == 1)
    draft.status = .sent
    #expect(published([draft]).count == 1)
    draft.subject = "Another"
    #expect(published([draft]).isEmpty)
    draft.approve()
    draft.text += "More.\n"
    #expect(published([draft]).isEmpty)
    draft.unapprove()
    #expect(published([draft]).isEmpty)
  }

  @Test(
    "a feed holds the newest first, in well-formed XML, without private notes", arguments: IssueFeed.Format.allCases)
  func feed(format: IssueFeed.Format) throws {
    var publication = Sample.publication
    publication.archive = "https://example.org/archive"
    let issues = try published(["2024-03-04", "2024-09-09", "2024-12-30"].map { try issue($0) }, publication)
    let text = IssueFeed(publication: publication, zone: Self.zone, issues: issues).text(as: format)
    let places = try ["2024-W10", "2024-W37", "2025-W01"].map { week in
      try #require(text.firstRange(of: "https://example.org/archive#\(week)"), "\(week)").lowerBound
    }
    #expect(places == places.sorted(by: >))
    #expect(!text.contains("SECRET"))
    #expect(
      text.contains(
        format == .json
          ? "2024-09-09T00:00:00-04:00"
          : format == .atom ? "2024-09-09T00:00:00-04:00" : "Mon, 09 Sep 2024 00:00:00 -0400"))
    #expect(
      text.contains(
        format == .json
          ? "2024-03-04T00:00:00-05:00"
          : format == .atom ? "2024-03-04T00:00:00-05:00" : "Mon, 04 Mar 2024 00:00:00 -0500"))
    if format == .json {
      struct Feed: Decodable {
        struct Item: Decodable { var id: String; var title: String; var content_html: String }
        var items: [Item]
      }
      let feed = try JSONDecoder().decode(Feed.self, from: Data(text.utf8))
      #expect(feed.items.first?.id == "tag:example.org,2024-12-30:2025-W01-newsletter")
      #expect(feed.items.first?.content_html.contains("<h3>News</h3>\n<h4>Story</h4>") == true)
    } else {
      #expect(text.contains("<title>A &lt; B &amp; C</title>"), "what XML does not have is left out")
      #expect(text.contains("&lt;h4&gt;Story&lt;/h4&gt;"))
    }
  }

  @Test("the archive page has every issue under its week, and no picture of this machine")
  func archive() throws {
    let text = "![Kerr](../../Timelines/k.jpg \"Photo: C. Lens\")\n\n[x](javascript:x) <script>\n"
    let page = try ArchivePage(publication: Sample.publication, templates: TemplateSet())
    let html = page.html(published([try issue("2024-09-09", text), try issue("2024-09-16")]))
    #expect(html.contains("<article id=\"2024-W37\">") && html.contains("href=\"#2024-W38\""))
    #expect(html.contains("<p><small>Kerr</small></p>\n<p><small>Photo: C. Lens</small></p>"))
    for word in ["k.jpg", "javascript:", "<script", "SECRET"] { #expect(!html.contains(word), "\(word)") }
    let first = try #require(html.firstRange(of: "id=\"2024-W38\"")).lowerBound
    #expect(try first < #require(html.firstRange(of: "id=\"2024-W37\"")).lowerBound)
  }

  // MARK: - Calendar

  func calendar(_ entries: [Entry], _ change: (inout OnThisDayRules) -> Void = { _ in }) -> String {
    var rules = OnThisDayRules()
    change(&rules)
    return AnniversaryCalendar(publication: Sample.publication, rules: rules).text(entries)
  }

  @Test(
    "an event lies on the day that `pick` remembers",
    arguments: [
      ("1954-05-06", nil, "20190506"), ("2024-06-07/2024-06-12", nil, "20240607"), ("1954-05", nil, nil),
      ("1954~", nil, nil), ("-0043-03-15", nil, nil), ("1954-05-06?", nil, nil),
      ("1954-05-06", "last monday of may", "19540531;BYMONTH=5;BYDAY=-1MO"),
      ("1955", "fifth friday of february", "19800229;BYMONTH=2;BYDAY=5FR"),
    ] as [(String, String?, String?)])
  func days(edtf: String, observed: String?, expected: String?) throws {
    let text = calendar([try entry(edtf, observed: observed)])
    guard let expected else {
      #expect(!text.contains("VEVENT"))
      return
    }
    let parts = expected.split(separator: ";", maxSplits: 1)
    let day = edtf == "1954-05-06" && observed == nil ? "19540506" : String(parts[0])
    #expect(text.contains("DTSTART;VALUE=DATE:\(day)\r\n"), "\(text)")
    #expect(text.contains("RRULE:FREQ=YEARLY\(parts.count > 1 ? ";\(parts[1])" : "")\r\n"))
  }

  @Test("ranges and 29 February go where the settings say")
  func rules() throws {
    let range = try entry("2024-06-07/2024-06-12")
    #expect(calendar([range]) { $0.ranges = .end }.contains("DTSTART;VALUE=DATE:20240612\r\n"))
    #expect(
      calendar([range]) { $0.ranges = .any }.contains("DTSTART;VALUE=DATE:20240607\r\nDTEND;VALUE=DATE:20240613\r\n"))
    let leap = try entry("2024-02-29")
    #expect(calendar([leap]).contains("RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1\r\n"))
    #expect(calendar([leap]) { $0.leapDay = .mar1 }.contains("RRULE:FREQ=YEARLY;BYYEARDAY=60\r\n"))
    #expect(calendar([leap]) { $0.leapDay = .leapYears }.contains("BYMONTHDAY=29\r\n"))
  }

  @Test("lines are folded at 75 bytes between characters, and say the same when they are unfolded", arguments: 1...40)
  func folding(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let pieces = [
      "a", "é", "日本", "🏃🏽‍♀️", ",", ";", "\\", "\n", " ", "\r\n", "—", "x:y", "\u{7}", ",\u{301}",
      "a" + String(repeating: "\u{301}", count: 50),
    ]
    let text = (0..<Int.random(in: 1...200, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
      .joined()
    let written = ICSText.line("SUMMARY", text: text)
    #expect(written.hasSuffix("\r\n"))
    for line in written.dropLast().components(separatedBy: "\r\n") { #expect(line.utf8.count <= 75) }
    // Byte by byte, since a mark that stands at the start of a line joins the blank before it.
    let unfolded = Array(written.utf8).split(separator: [13, 10, 32]).joined()
    var read: [UInt8] = []
    var isEscaped = false
    for byte in unfolded.dropLast(2).dropFirst("SUMMARY:".utf8.count) {
      if isEscaped || byte != UInt8(ascii: "\\") { read.append(isEscaped && byte == UInt8(ascii: "n") ? 10 : byte) }
      isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
    }
    let plain = text.replacing("\r\n", with: "\n").utf8.filter { $0 != 7 }
    #expect(read == plain, "\(String(decoding: read, as: UTF8.self))")
  }

  // MARK: - TimelineJS

  @Test(
    "dates keep their precision, and years before 1 have no year 0",
    arguments: [
      ("1954-05-06", "{\"day\":6,\"month\":5,\"year\":1954}", nil, false),
      ("1954-05", "{\"month\":5,\"year\":1954}", nil, false), ("1954", "{\"year\":1954}", nil, false),
      ("1850~", "{\"year\":1850}", nil, true), ("195X", "{\"year\":1950}", "{\"year\":1959}", true),
      ("2021-21", "{\"month\":3,\"year\":2021}", "{\"month\":5,\"year\":2021}", true),
      ("-0043", "{\"year\":-44}", nil, false),
      (
        "2024-06-07/2024-06-12", "{\"day\":7,\"month\":6,\"year\":2024}", "{\"day\":12,\"month\":6,\"year\":2024}",
        false
      ),
      (
        "2024-06-07T15:30:05+02:00", "{\"day\":7,\"hour\":15,\"minute\":30,\"month\":6,\"second\":5,\"year\":2024}",
        nil, false
      ),
    ] as [(String, String, String?, Bool)])
  func slides(edtf: String, start: String, end: String?, isShown: Bool) throws {
    let json = TimelineJSExport(publication: Sample.publication)
      .json(title: "T", standfirst: "", entries: [try entry(edtf)])
    let compact = json.filter { !" \n".contains($0) }
    #expect(compact.contains("\"start_date\":\(start)"), "\(compact)")
    #expect(compact.contains("\"end_date\":") == (end != nil))
    if let end { #expect(compact.contains("\"end_date\":\(end)"), "\(compact)") }
    #expect(json.contains("\"display_date\": \"as written\"") == isShown)
  }

  @Test("a slide has the picture as its medium, quotes with their speakers, and no private note")
  func slide() throws {
    let blocks: [Block] = [
      .text("Words <!-- SECRET --> here."), .note("SECRET"),
      .quote(Quote(text: "Yes, <b>.", speaker: "A. Runner", source: "radio")),
      .picture(Picture(path: "images/a b.jpg", alt: "A & B", credit: "Photo: C")),
      .picture(Picture(path: "second.jpg", alt: "Two")),
    ]
    var publication = Sample.publication
    publication.pictures = "https://example.org/t/"
    let json = TimelineJSExport(publication: publication)
      .json(title: "T & U", standfirst: "About *it*.", entries: [try entry("1954-05-06", blocks: blocks)])
    #expect(json.contains("\"url\": \"https://example.org/t/images/a%20b.jpg\""))
    #expect(json.contains("\"alt\": \"A &amp; B\"") && json.contains("\"credit\": \"Photo: C\""))
    #expect(json.contains("<p>Yes, &lt;b&gt;.</p>\\n<p>— A. Runner, radio</p>"))
    #expect(json.contains("<img src=\\\"https://example.org/t/second.jpg\\\" alt=\\\"Two\\\">"))
    #expect(json.contains("\"headline\": \"T &amp; U\"") && json.contains("<p>About <em>it</em>.</p>"))
    #expect(!json.contains("SECRET"))
  }
}
