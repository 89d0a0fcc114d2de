import Foundation
import TestSupport
import Testing
import Timeline

@testable import Importers

/// Every field of every sample of TimelineJS, held against a plain reading of the source that shares no code with the
/// importer: its letters and digits must stand in the entry, one after the other.
@Suite(.enabled(if: SharedData.isThere, Comment(rawValue: SharedData.leftOut)))
struct TimelineJSFieldTests {
  private static let folder = "conformance/timelinejs/"

  @Test(arguments: [
    "all-media-types", "cosmo-mixed", "cosmo", "eras", "houston.timeline2-legacy", "houston.timeline3", "marktwain",
    "mediatypes.timeline3", "republican.timeline3", "user-interface.timeline2-legacy", "user-interface.timeline3",
    "whitney.timeline3", "women_in_computing",
  ])
  func everyFieldOfEveryEventIsKept(file: String) throws {
    let path = Self.folder + file + ".json"
    let plain = try SharedData.json(path, as: PlainTimeline.self)
    let document = try TimelineJSImporter().import(ImportSource(bytes: [UInt8](try SharedData.data(path)))).document
    let read = TimelineReader.read(TimelineWriter.write(document)).document
    #expect(read.entries == document.entries)
    #expect(document.entries.count == plain.slides.count)
    for (slide, entry) in zip(plain.slides, read.entries) {
      let kept = Kept(entry)
      for (field, text) in slide.texts { #expect(kept.has(text), "\(file), \(entry.id), \(field): \(text)") }
      for (field, url) in slide.addresses { #expect(kept.hasAddress(url), "\(file), \(entry.id), \(field): \(url)") }
      #expect(entry.date.edtf == slide.edtf, "\(file), \(entry.id)")
    }
    let head = Kept(standfirst: read.standfirst, title: read.title)
    for (field, text) in plain.head.texts { #expect(head.has(text), "\(file), title, \(field): \(text)") }
    for (field, url) in plain.head.addresses { #expect(head.hasAddress(url), "\(file), title, \(field): \(url)") }
  }

  /// The sheet has the same ten events as the JSON of the same name, which tells what its cells mean.
  @Test func theSheetSaysWhatItsJSONSays() throws {
    let sheet = try CSVImporter().import(
      ImportSource(bytes: [UInt8](try SharedData.data(Self.folder + "women_in_computing.csv")))
    ).document
    let plain = try SharedData.json(Self.folder + "women_in_computing.json", as: PlainTimeline.self)
    #expect(sheet.entries.count == plain.slides.count)
    for (slide, entry) in zip(plain.slides, sheet.entries) {
      #expect(entry.date.edtf == slide.edtf)
      #expect(Kept(entry).has(slide.texts["headline"] ?? ""), "\(entry.id)")
    }
  }

  @Test func cellsWithMarksAndLineEndsAreWhole() throws {
    let records = CSVRecords(try SharedData.text(Self.folder + "parser_test.csv")).records
    #expect(
      records.map(\.fields) == [
        ["title", "count", "description"],
        ["a good day", "5", "let's just pile it  all in here,  commas, \"quoted strings\" and \nnew lines!"],
        ["an ok day", "3", "this is less ambitious"], ["a day, i guess", "2", "what else could go wrong?"],
      ])
    let error = #expect(throws: ImportError.self) {
      try CSVImporter().import(ImportSource(text: SharedData.text(Self.folder + "parser_test.csv")))
    }
    #expect(error?.problem.contains("title, count, description") == true)
  }
}

/// Both formats of TimelineJS as they stand.
private struct PlainTimeline: Decodable {
  var head: PlainSlide
  var slides: [PlainSlide]

  private enum Keys: String, CodingKey { case title, events, timeline, date }

  init(from decoder: any Decoder) throws {
    let top = try decoder.container(keyedBy: Keys.self)
    if top.contains(.timeline) {
      head = try top.decode(PlainSlide.self, forKey: .timeline)
      slides = try top.nestedContainer(keyedBy: Keys.self, forKey: .timeline).decode([PlainSlide].self, forKey: .date)
    } else {
      head = try top.decodeIfPresent(PlainSlide.self, forKey: .title) ?? PlainSlide()
      slides = try top.decode([PlainSlide].self, forKey: .events)
    }
  }
}

private struct PlainSlide: Decodable {
  var texts: [String: String] = [:]
  var addresses: [String: String] = [:]
  /// By the rules of the documentation, with the time where the file has one.
  var edtf = ""

  init() {}

  private struct Key: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  init(from decoder: any Decoder) throws {
    let slide = try decoder.container(keyedBy: Key.self)
    func take(_ container: KeyedDecodingContainer<Key>, _ names: String...) {
      for name in names { if let value = Self.text(container, name) { texts[name] = Self.words(value) } }
    }
    if let words = try? slide.nestedContainer(keyedBy: Key.self, forKey: Key("text")) {
      take(words, "headline", "text")
    } else {
      take(slide, "headline", "text")
    }
    take(slide, "group", "display_date")
    for name in ["media", "asset"] {
      guard let media = try? slide.nestedContainer(keyedBy: Key.self, forKey: Key(name)) else { continue }
      take(media, "caption", "credit", "alt")
      for name in ["url", "media", "link", "thumbnail"] {
        guard let url = Self.text(media, name) else { continue }
        if url.hasPrefix("<") {
          texts[name] = Self.words(url)
          if let frame = url.firstMatch(of: #/<iframe[^>]* src=["']([^"']*)["']/#) { addresses[name] = String(frame.1) }
        } else {
          addresses[name] = url
        }
      }
    }
    if let background = try? slide.nestedContainer(keyedBy: Key.self, forKey: Key("background")),
      let url = Self.text(background, "url")
    {
      addresses["background"] = url
    }
    edtf = try Self.date(slide)
  }

  private static func text(_ container: KeyedDecodingContainer<Key>, _ name: String) -> String? {
    if let text = try? container.decode(String.self, forKey: Key(name)) {
      let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
      return trimmed.isEmpty ? nil : trimmed
    }
    return (try? container.decode(Int.self, forKey: Key(name))).map(String.init)
  }

  /// The words of HTML: without tags, scripts and entities.
  private static func words(_ html: String) -> String {
    html.replacing(#/<script[\s\S]*?</script>/#, with: "").replacing(#/<[^>]*>/#, with: " ")
      .replacing("&amp;", with: "&").replacing("&nbsp;", with: " ").replacing("&quot;", with: "\"")
      .replacing("&mdash;", with: "—").replacing("&ndash;", with: "–").replacing("&hellip;", with: "…")
      .replacing(#/&[a-z]+;|&#\d+;/#, with: " ")
  }

  private static func date(_ slide: KeyedDecodingContainer<Key>) throws -> String {
    if let legacy = text(slide, "startDate") {
      return day(legacy.split(separator: ",").map { Int($0.trimmingCharacters(in: .whitespaces)) ?? 0 })
    }
    guard let start = try? slide.nestedContainer(keyedBy: Key.self, forKey: Key("start_date")) else { return "" }
    func parts(_ date: KeyedDecodingContainer<Key>, _ names: [String]) -> [Int] {
      Array(names.map { text(date, $0).flatMap(Int.init) }.prefix { $0 != nil }.compactMap(\.self))
    }
    let days = ["year", "month", "day"]
    let first = day(parts(start, days))
    if let end = try? slide.nestedContainer(keyedBy: Key.self, forKey: Key("end_date")), !parts(end, days).isEmpty {
      let last = day(parts(end, days))
      if last != first { return first + "/" + last }
    }
    let time = parts(start, ["hour", "minute", "second"])
    guard parts(start, days).count == 3, time.contains(where: { $0 > 0 }) else { return first }
    return first + "T" + (0..<3).map { padded($0 < time.count ? time[$0] : 0, to: 2) }.joined(separator: ":")
  }

  /// 500 BCE is the astronomical year -499; a year of many digits is a round number.
  private static func day(_ parts: [Int]) -> String {
    guard var year = parts.first else { return "" }
    if year < 0, year > -10_000 { year += 1 }
    let written = (year < 0 ? "-" : "") + padded(abs(year), to: 4)
    return ([abs(year) > 9_999 ? "Y" + written : written] + parts.dropFirst().map { padded($0, to: 2) })
      .joined(separator: "-")
  }

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
