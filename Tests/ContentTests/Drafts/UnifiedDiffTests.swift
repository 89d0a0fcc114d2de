import Testing

@testable import Content

@Suite struct UnifiedDiffTests {
  /// What `patch` makes of a text and a difference; nil where a line does not stand where the difference says.
  static func patched(_ old: String, by difference: String) throws -> String? {
    let oldLines = lines(old)
    var new: [String] = []
    var next = 0
    var rest = lines(difference).dropFirst(2)
    while let header = rest.popFirst() {
      let match = try #require(header.firstMatch(of: /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@\n/))
      let start = (Int(match.1) ?? 0) - (match.2 == "0" ? 0 : 1)
      new += oldLines[next..<start]
      next = start
      #expect(new.count == (Int(match.3) ?? 0) - (match.4 == "0" ? 0 : 1))
      while let line = rest.first, !line.hasPrefix("@@") {
        rest.removeFirst()
        let isLast = rest.first?.hasPrefix("\\") ?? false
        if isLast { rest.removeFirst() }
        let text = isLast ? String(line.dropFirst().dropLast()) : String(line.dropFirst())
        if !line.hasPrefix("+") {
          guard next < oldLines.count, oldLines[next] == text else { return nil }
          next += 1
        }
        if !line.hasPrefix("-") { new.append(text) }
      }
    }
    return (new + oldLines[next...]).joined()
  }

  static func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { $0 + "\n" }.dropLast()
      + (text.last == "\n" || text.isEmpty ? [] : [String(text.split(separator: "\n").last ?? "")])
  }

  static func difference(_ old: String, _ new: String) -> String {
    UnifiedDiff.text(from: old, named: "a", to: new, named: "b")
  }

  @Test("a change stands with what is around it, in the form of diff -u")
  func form() {
    let old = (1...20).map { "line \($0)\n" }.joined()
    let new = old.replacing("line 3\n", with: "third\n").replacing("line 18\n", with: "line 18\nmore\n")
    // As GNU diff 3.8 writes it.
    let expected = """
      --- a
      +++ b
      @@ -1,6 +1,6 @@
       line 1
       line 2
      -line 3
      +third
       line 4
       line 5
       line 6
      @@ -16,5 +16,6 @@
       line 16
       line 17
       line 18
      +more
       line 19
       line 20

      """
    #expect(Self.difference(old, new) == expected)
    #expect(Self.difference(old, old).isEmpty)
  }

  @Test("files that are not there, and last lines without an end")
  func edges() {
    #expect(
      UnifiedDiff.text(from: nil, named: "a", to: "x\n", named: "b") == "--- /dev/null\n+++ b\n@@ -0,0 +1 @@\n+x\n")
    #expect(
      UnifiedDiff.text(from: "x\n", named: "a", to: nil, named: "b") == "--- a\n+++ /dev/null\n@@ -1 +0,0 @@\n-x\n")
    #expect(
      Self.difference("x", "x\n")
        == "--- a\n+++ b\n@@ -1 +1 @@\n-x\n\\ No newline at end of file\n+x\n")
    #expect(Self.difference("e\u{301}\n", "\u{E9}\n").contains("+\u{E9}"), "other bytes are a difference")
    #expect(Self.difference("a\r\n", "a\n").contains("-a\r\n+a\n"))
  }

  @Test("whatever changed, the old text and the difference give the new one", arguments: 1...60)
  func anyTexts(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let old = (0..<Int.random(in: 1...40, using: &random)).map { _ in "\(Int.random(in: 0...9, using: &random))\n" }
    var new = old
    for _ in 0..<Int.random(in: 1...8, using: &random) {
      let place = Int.random(in: 0...new.count, using: &random)
      if place < new.count, Bool.random(using: &random) { new.remove(at: place) } else { new.insert("+x\n", at: place) }
    }
    if Bool.random(using: &random) { new.append("no end") }
    let (before, after) = (old.joined(), new.joined())
    guard before != after else { return }
    #expect(try Self.patched(before, by: Self.difference(before, after)) == after)
  }
}
