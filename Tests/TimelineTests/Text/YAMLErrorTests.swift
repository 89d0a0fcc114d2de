import Testing
import Timeline

/// What is wrong with YAML is said in words for somebody who writes settings by hand, at its place.
struct YAMLErrorTests {
  private static let tab = "a:\n\tb: c\n"

  @Test(arguments: [
    (tab, 2, "indented with a tab"), ("a: 1\nb c\nd: 2\n", 2, "no colon"), ("name: A: B\n", 1, "quotation marks"),
    ("a: 1\n  b: 2\n", 2, "indented further"), ("a: \"b\nc: d\n", 1, "never closed"),
    ("a: 'b\n", 1, "never closed"), ("a: {b: c\nd: e\n", 1, "brace"), ("a: [b, c\nd: e\n", 1, "bracket"),
    ("a: 1\nb: 2\na: 3\n", 3, "\"a\" stands twice; keep one"), ("a:\n  b: 1\n c: 2\n", 3, "indented"),
    ("a: *b\n", 1, "alias"), ("a: @b\n", 1, "cannot begin with"), ("a: `b`\n", 1, "cannot begin with"),
    ("a: \"b\\c\"\n", 1, "backslash"), ("a: - b\n", 1, "list"), ("a: b\n---\nc: d\n", 2, "second document"),
  ])
  func aSlipIsExplained(text: String, line: Int, words: String) throws {
    do {
      _ = try YAMLValue.read(text)
      Issue.record("\(text) was read")
    } catch {
      #expect(error.problem.contains(words), "\(error.problem)")
      if line > 0 { #expect(error.position.line == line, "\(error.position): \(error.problem)") }
      let terse = ["expected <", "token", "scanning", "parsing", "flow", "scalar", "context"]
      #expect(!terse.contains { error.problem.contains($0) }, "\(error.problem)")
    }
  }

  @Test func aPlaceIsThatOfTheFile() {
    #expect {
      _ = try YAMLValue.read("a: \"b\n", firstLine: 2)
    } throws: { ($0 as? YAMLError)?.position.line == 2 }
  }
}
