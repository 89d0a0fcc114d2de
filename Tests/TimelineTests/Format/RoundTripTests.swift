import TestSupport
import Testing
import Timeline

/// Reading what was written gives the same document, whatever the document.
@Suite struct RoundTripTests {
  /// A small generator with a seed, so that a failure can be repeated (SplitMix64).
  struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
    mutating func pick<Value>(_ values: [Value]) -> Value { values[Int.random(in: values.indices, using: &self)] }
    mutating func some(_ pieces: [String], _ count: ClosedRange<Int>) -> String {
      (0..<Int.random(in: count, using: &self)).map { _ in pick(pieces) }.joined()
    }
  }

  private static let inline = [
    "Kerr", " wins ", "3:29.38", "*", "_", "`", "[", "](x)", "<", ">", "&amp;", "\\", "!", "“", "”", "\"", " ", "—",
    "-",
    "#", "1. ", "|", "~", ":", "{#a}", "http://a.b", "’", ",", "(?)", "æ", "競", "<!-- x -->", "=", "+",
  ]

  /// Any lines at all: the reader must take them as they come.
  private static let lines = [
    "", "", "", "text", "## 2024-08-04", "## 2024-08-05 — Title {#t}", "## Aug. 4, 2024: Heats", "## no date", "# One",
    "### Three", "- item", "  more", "* tags: a", "- tags: a, b", "- weight: 2", "- observed: last friday of may",
    "- post: p", "1. one", "> quote",
    "> — Kerr, x", "> - Kerr", ">", "lazy", "```", "~~~", "    code", "\tcode", "<!-- note -->", "<!-- open", "-->",
    "<div>", "</div>", "---", "===", "***", "![a](b \"c\")", "![a](b) c", "[a]: http://b.c", "| a | b |", "|---|---|",
    "## 2024", "## 1914–18 — War", "## 198X", "\\", "&nbsp;", "> “Gold.”", "> *a* [b](c)", "- [ ] task", "+ plus",
    "2) two",
  ]

  @Test(arguments: 0..<400)
  func anyTextIsStableAfterOneReading(seed: Int) {
    var generator = Generator(state: UInt64(seed))
    let text = (0..<Int.random(in: 1...30, using: &generator)).map { _ in
      Int.random(in: 0..<4, using: &generator) == 0
        ? generator.some(Self.inline, 1...6) : generator.pick(Self.lines)
    }.joined(separator: "\n")
    let first = TimelineReader.read(text).document
    let written = TimelineWriter.write(first)
    let second = TimelineReader.read(written).document
    #expect(difference(second, first) == nil, "seed \(seed)\n\(text)\n⟶\n\(written)")
  }

  /// The first part in which two documents differ, for a message that can be read.
  private func difference(_ left: TimelineDocument, _ right: TimelineDocument) -> String? {
    if left == right { return nil }
    if left.standfirst != right.standfirst {
      return "\(left.standfirst.debugDescription) ≠ \(right.standfirst.debugDescription)"
    }
    for (one, other) in zip(left.entries, right.entries) where one != other {
      for (block, wanted) in zip(one.blocks, other.blocks) where block != wanted { return "\(block) ≠ \(wanted)" }
      return "\(one) ≠ \(other)"
    }
    return "\(left.entries.count) entries ≠ \(right.entries.count), or the front matter differs"
  }

  @Test(arguments: 0..<400)
  func anyDocumentOfPlainPartsIsReadAsItWas(seed: Int) throws {
    var generator = Generator(state: UInt64(seed) &+ 1_000_000)
    func words() -> String {
      String(generator.some(Self.inline.filter { !$0.contains("<!--") }, 1...8).trimmingSpaces())
    }
    func plain() -> String { words().isEmpty ? "x" : String(words().trimmingSpaces()) + "x" }
    var document = TimelineDocument(title: plain(), tags: [plain(), plain()], author: plain(), source: plain())
    for number in 0..<Int.random(in: 1...5, using: &generator) {
      let dates = ["2024-08-04", "1850~", "../1989", "-0043-03-15", "2024-06-07/2024-06-12", "2024-33", "198X"]
      var entry = Entry(id: "e\(number)", date: try EntryDate(edtf: generator.pick(dates)))
      entry.blocks.append(
        .quote(
          Quote(
            text: plain() + generator.pick(["", "\n", "\n\n"]) + plain(),
            speaker: generator.pick([nil, "A. Runner", String(plain().filter { $0 != "\\" }.trimmingSpaces())]),
            source: generator.pick([nil, "mixed zone"]), isSure: true)))
      entry.blocks.append(
        .picture(Picture(path: "a b/\(number)(1).jpg", alt: plain(), credit: generator.pick([nil, plain()]))))
      entry.blocks.append(.note(" a note "))
      entry.fields.people = [generator.pick(["King, Jr.", "A. Runner"])]
      entry.fields.posts = ["one\ntwo\n\nthree"]
      document.entries.append(entry)
    }
    let written = TimelineWriter.write(document)
    let read = TimelineReader.read(written).document
    #expect(difference(read, document) == nil, "seed \(seed)\n\(written)")
  }
}
