import Testing

@testable import Content

@Suite struct ThreadSplitterTests {
  static let words = [
    "ran", "the", "mile", "in", "3:48.20,", "and", "then", "the", "crowd", "rose", "to", "its", "feet",
    "https://example.org/a/very/long/path?with=query&and=more#fragment", "@runner@example.social", "#TrackAndField",
    "👨‍👩‍👧‍👧", "e\u{301}tape", "日本語のテキスト", "A.", "Runner", "finished.", "Why?", "Nobody", "knows!",
  ]

  static func text(_ random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 1...8, using: &random))
      .map { _ in
        (0..<Int.random(in: 5...90, using: &random)).map { _ in words.randomElement(using: &random) ?? "" }
          .joined(separator: " ")
      }
      .joined(separator: "\n\n")
  }

  @Test(
    "every part fits, shows its number, and nothing is lost or cut",
    arguments: Channel.networks.filter(\.hasThreads).map(\.name))
  func parts(name: String) throws {
    let channel = try #require(Channel.named(name))
    var random = SeededGenerator(seed: 11)
    var threads = 0
    for _ in 0..<60 {
      let text = Self.text(&random)
      guard !channel.fits(text) else { continue }
      let parts = try #require(ThreadSplitter(channel: channel).parts(of: text))
      threads += 1
      var rejoined: [Substring] = []
      for (index, part) in parts.enumerated() {
        #expect(channel.fits(part))
        let counter = "\n\n\(index + 1)/\(parts.count)"
        #expect(part.hasSuffix(counter))
        let body = part.dropLast(counter.count)
        #expect(body.contains { !$0.isWhitespace })
        rejoined += body.split(whereSeparator: \.isWhitespace)
      }
      #expect(rejoined == text.split(whereSeparator: \.isWhitespace))
      let last = channel.measure(String(parts[parts.count - 1].dropLast(5))).length
      #expect(last * 100 >= (channel.limit ?? 0) * 15, "a stub of \(last)")
    }
    #expect(threads > 20)
  }

  @Test("a cut falls between paragraphs, else between sentences")
  func places() throws {
    let channel = Channel.bluesky.limited(to: 100)
    let sentence = "This sentence has exactly fifty characters in it."
    let parts = try #require(
      ThreadSplitter(channel: channel).parts(of: "\(sentence) Here.\n\n\(sentence) \(sentence) \(sentence)"))
    #expect(parts[0] == "\(sentence) Here.\n\n1/\(parts.count)")
    #expect(parts.allSatisfy { $0.contains(".\n\n") })
  }

  @Test(
    "a quote is never cut and keeps the one who said it; one that is longer than a part cannot be told",
    arguments: ["“x”", "„x“", "«\u{A0}x\u{A0}»", "\"x\""])
  func quotes(marks: String) throws {
    let words = Array(repeating: "Word word.", count: 15).joined(separator: " ")
    let quote = marks.replacing("x", with: words) + "\n— A. Runner, in the mixed zone of the meeting"
    for limit in [100, 150, 190, 215, 230, 260, 300] {
      let text = "Before it all there were others, and they said nothing.\n\n\(quote)\n\nAfter it, nobody did. Nobody."
      let parts = ThreadSplitter(channel: Channel.bluesky.limited(to: limit)).parts(of: text)
      if limit < 220 {
        #expect(parts == nil, "\(limit): \(parts ?? [])")
      } else {
        #expect(parts?.contains { $0.contains(quote) } == true, "\(limit): \(parts ?? [])")
      }
    }
  }

  @Test("a mark that is never closed holds nothing together")
  func looseMark() throws {
    let text = "A 5\" screw. “" + Array(repeating: "Word word.", count: 40).joined(separator: " ")
    let parts = try #require(ThreadSplitter(channel: Channel.bluesky.limited(to: 100)).parts(of: text))
    #expect(parts.count > 4)
  }

  @Test("a word that is longer than a part cannot be cut")
  func impossible() {
    let text = String(repeating: "x", count: 400) + " y"
    #expect(ThreadSplitter(channel: .bluesky).parts(of: text) == nil)
  }
}
