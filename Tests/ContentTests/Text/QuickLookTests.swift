import Synchronization
import Testing
import Timeline

@testable import Content

/// What spares work where most texts need none says what the whole work would have said.
@Suite struct QuickLookTests {
  private static let pieces = [
    "Kerr", " ", ".", "4:31.2", "\n", "\r", "\t", "-", "---", "*", "_", "“no”", "’", "…", "©", "é", "e\u{301}", "1",
    ")", "w", "www.e.org", "https://e.org/w", "e.org", "https://", "t.co/", "org", "?a=", "(", "/", "@",
    "[a](https://e.org)", "<", "&", "!", "#", "中", "😀", "\u{FEFF}", "=", "\\", "\\\n", "\n\n",
  ]

  private static func text(_ generator: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0...12, using: &generator)).map { _ in
      pieces[Int.random(in: pieces.indices, using: &generator)]
    }.joined()
  }

  @Test("a text that is not parsed says what parsing finds")
  func plainText() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<20_000 {
      let text = Self.text(&generator)
      // Blanks at the ends are not what this is about.
      guard text == String(text.trimmingSpaces()) else { continue }
      #expect(PlainText.from(markdown: text) == MarkdownBlock.parse(text).plainText, "\(text.debugDescription)")
    }
  }

  @Test("a text counts for X word by word what it counts as a whole", arguments: [nil, 23])
  func length(linkLength: Int?) {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<4_000 {
      let text = Self.text(&generator)
      #expect(
        TwitterText.weightedLength(of: text, linkLength: linkLength)
          == TwitterText.closeLength(of: text, linkLength: linkLength), "\(text.debugDescription)")
    }
  }

  @Test("a text that is kept as it is has lines without blanks at their ends", arguments: [Int.max, 1, 0])
  func canonical(emptyLines: Int) {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<4_000 {
      let text = Self.text(&generator)
      let lines = Self.withPlainLineEnds(text).split(separator: "\n", omittingEmptySubsequences: false)
        .map { line in String(line.reversed().drop { $0 == " " || $0 == "\t" }.reversed()) }
      var kept: [String] = []
      for line in lines.drop(while: \.isEmpty) {
        if line.isEmpty, kept.reversed().prefix(while: \.isEmpty).count >= emptyLines { continue }
        kept.append(line)
      }
      while kept.last?.isEmpty ?? false { kept.removeLast() }
      #expect(
        Draft.canonical(text, emptyLines: emptyLines) == kept.joined(separator: "\n") + "\n", "\(text.debugDescription)"
      )
    }
  }

  /// The text with one line feed for each line end, whether that is CR LF, CR or LF.
  private static func withPlainLineEnds(_ text: String) -> String {
    var plain = ""
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if scalar != "\n" || previous != "\r" { plain.unicodeScalars.append(scalar == "\r" ? "\n" : scalar) }
      previous = scalar
    }
    return plain
  }

  @Test(
    "a bare address becomes a link wherever it stands in the text",
    arguments: [
      ("See https://e.org/a.", ["https://e.org/a"]), ("See www.e.org, too", ["http://www.e.org"]),
      ("mail a@e.org", ["mailto:a@e.org"]), ("a](https://e.org/b)", ["https://e.org/b"]),
      ("[a](https://e.org/a) and https://e.org/b", ["https://e.org/a", "https://e.org/b"]),
      ("> - *https://e.org/c*", ["https://e.org/c"]), ("`https://e.org/d` <https://e.org/e>", ["https://e.org/e"]),
      ("[a]: https://e.org/f\n\n[a]", ["https://e.org/f"]), ("~~https://e.org/g~~", ["https://e.org/g"]),
      ("a | b\n--- | ---\nc | https://e.org/h", ["https://e.org/h"]),
    ])
  func addresses(markdown: String, expected: [String]) {
    #expect(MarkdownBlock.parse(markdown).links.map(\.url) == expected)
  }

  @Test("several forms of a post ask for each value once")
  func valuesMadeOnce() {
    let counter = Counter()
    let below = TemplateMembers(names: ["a", "b"]) { name in
      counter.add(name)
      return .text("below")
    }
    let members = TemplateMembers(names: ["a"], over: below) { name in
      guard name == "a" else { return nil }
      counter.add("own")
      return .text("own")
    }
    for _ in 0..<3 {
      guard case .text("own") = members["a"], case .text("below") = members["b"] else {
        Issue.record("another value")
        return
      }
    }
    #expect(counter.names == ["own", "b"])
    #expect(members.names == ["a", "b"])
  }
}

private final class Counter: Sendable {
  private let made = Mutex<[String]>([])

  var names: [String] { made.withLock { $0 } }

  func add(_ name: String) { made.withLock { $0.append(name) } }
}
