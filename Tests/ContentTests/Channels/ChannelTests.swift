import TestSupport
import Testing
import Timeline

@testable import Content

@Suite struct ChannelTests {
  @Test(
    "each network counts in its own way",
    arguments: [
      ("x", "see example.org/a/long/path and 日本", 36), ("x", "e\u{301}", 1), ("x", "a.m. today", 10),
      ("bluesky", "see https://example.org and 👨‍👩‍👧‍👧", 29), ("bluesky", "e\u{301}", 1),
      ("mastodon", "see https://example.org/a/long/path/that/goes/on and example.org", 43),
      ("mastodon", "hello @runner@example.social!", 14), ("mastodon", "mail a@example.org", 18),
      ("threads", "go 🏃", 7), ("threads", "go 🏃🏽‍♀️", 20), ("threads", "日本 1", 4), ("linkedin", "go 🏃", 5),
      ("instagram", "go 🏃", 4), ("newsletter", "e\u{301}🏃", 2),
    ])
  func length(name: String, text: String, length: Int) throws {
    let channel = try #require(Channel.named(name))
    #expect(channel.measure(text).length == length)
  }

  @Test(
    "the limit itself fits and one more does not, also where the settings set another",
    arguments: Channel.networks.map(\.name))
  func limits(name: String) throws {
    let channel = try #require(Channel.named(name))
    let limit = try #require(channel.limit)
    #expect(channel.fits(String(repeating: "a", count: limit)))
    #expect(!channel.fits(String(repeating: "a", count: limit + 1)))
    #expect(!channel.limited(to: 10).fits("eleven char"))
    #expect(channel.limited(to: nil).limit == limit)
  }

  @Test("Bluesky refuses a post of few characters and too many bytes")
  func bytes() {
    let family = "👨‍👩‍👧‍👧"
    let text = String(repeating: family, count: 130)
    let measurement = Channel.bluesky.measure(text)
    #expect(measurement.length == 130)
    #expect(!measurement.fits)
    #expect(measurement.problem == "3250 of 3000 bytes")
  }

  @Test("X refuses a character that is none, Threads a sixth link")
  func refusals() {
    #expect(!Channel.x.fits("a\u{FFFE}b"))
    let links = (1...6).map { "https://example.org/\($0)" }.joined(separator: " ")
    #expect(Channel.threads.measure(links).problem == "6 of 5 links")
    #expect(Channel.bluesky.fits(links))
  }

  @Test("Instagram refuses a sixth hashtag and a 21st mention, unless the settings say otherwise")
  func excess() {
    var channel = Channel.instagram
    let tags = "#a #b #c #d #e #f"
    #expect(channel.measure(tags).problem == "6 of 5 hashtags")
    #expect(Channel.x.fits(tags))
    channel.mostHashtags = 30
    #expect(channel.fits(tags))
    #expect(channel.measure((1...21).map { "@name\($0)" }.joined(separator: " ")).problem == "21 of 20 mentions")
  }

  @Test(
    "what a link counts can be set for every channel",
    arguments: [("x", 10, 14), ("mastodon", 10, 14), ("bluesky", 10, 14), ("threads", 10, 14), ("linkedin", 10, 14)])
  func linkLengths(name: String, length: Int, expected: Int) throws {
    var channel = try #require(Channel.named(name))
    let text = "see https://example.org/a/long/path"
    channel.measure.linkLength = length
    #expect(channel.measure(text).length == expected)
    channel.measure.linkLength = nil
    #expect(channel.measure(text).length == text.utf8.count)
    #expect(channel.measure("é " + text).length == text.utf8.count + 2)
  }

  @Test(
    "a handle is taken only in its own network's form",
    arguments: [
      ("x", "runner_1", true), ("x", "@runner_1", true), ("x", "@run@example.social", false), ("x", "a.b", false),
      ("bluesky", "runner.bsky.social", true), ("bluesky", "runner", false), ("bluesky", "a.-b", false),
      ("mastodon", "@run@example.social", true), ("mastodon", "run@example.social", true), ("mastodon", "run", false),
      ("threads", "a.runner", true), ("instagram", "a runner", false), ("youtube", "Runner-Channel", true),
    ])
  func handles(name: String, handle: String, isValid: Bool) throws {
    #expect(try #require(Channel.named(name)).handle.accepts(handle) == isValid)
  }

  struct Lengths: Decodable {
    struct Case: Decodable {
      var text: String
      var utf8_bytes: Int
      var graphemes: Int
    }
    var cases: [Case]
  }

  @Test("Bluesky's own cases of bytes and graphemes", .enabled(if: SharedData.isThere))
  func lengths() throws {
    for item in try SharedData.json("conformance/bluesky/lengths.json", as: Lengths.self).cases {
      #expect(TextMeasure.utf8.length(item.text) == item.utf8_bytes)
      #expect(TextMeasure.graphemes.length(item.text) == item.graphemes)
    }
  }

  @Test("graphemes as Unicode 15.0 tests them, but for the one that Swift parts", .enabled(if: SharedData.isThere))
  func graphemes() throws {
    var failed: [String] = []
    for line in try SharedData.text("conformance/unicode/GraphemeBreakTest.txt").split(separator: "\n") {
      let test = line.prefix { $0 != "#" }
      guard test.contains("÷") else { continue }
      var text = String.UnicodeScalarView()
      for code in test.split(whereSeparator: { " ÷×\t".contains($0) }) {
        text.append(try #require(UInt32(code, radix: 16).flatMap(Unicode.Scalar.init)))
      }
      if String(text).graphemeCount != test.count(where: { $0 == "÷" }) - 1 { failed.append(String(test)) }
    }
    #expect(failed.map { $0.trimmingPrefix("÷ ") } == ["2701 × 200D × 2701 ÷\t"])
  }

  @Test("every network has its own field for posts in a timeline, in whatever order")
  func fields() {
    #expect(Set(EntryFields.channels) == Set(Channel.networks.map(\.name) + [Channel.newsletter.name]))
  }
}
