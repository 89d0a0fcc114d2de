import Testing
import Timeline

@testable import Content

@Suite struct MarkdownTextTests {
  @Test("escaped words read as those words, wherever they stand")
  func escaping() {
    var random = SeededGenerator(seed: 7)
    let signs = Array("abc 12.)*_`[]<>&#;-+=~|\\!(\"':é😀@/")
    for _ in 0..<20_000 {
      let words = String(
        (0..<Int.random(in: 1...14, using: &random)).map { _ in signs.randomElement(using: &random) ?? "a" })
      let trimmed = words.split(separator: " ").joined(separator: " ")
      guard !trimmed.isEmpty else { continue }
      for (before, after) in [("", ""), ("so ", " it is")] {
        let markdown = before + MarkdownText.escaped(trimmed) + after
        let blocks = MarkdownBlock.parse(markdown)
        guard case .paragraph(let inlines) = blocks.first, blocks.count == 1 else {
          Issue.record("\(trimmed) became \(blocks)")
          continue
        }
        #expect(inlines.plainText == before + trimmed + after, "\(markdown)")
      }
    }
  }

  @Test(
    "words that need no backslash get none",
    arguments: ["3:48.20", "snake_case", "a - b", "Tom & Jerry", "5,000 m", "No. 1", "2024-09-05", "x+y", "A. Runner"])
  func readable(words: String) {
    #expect(MarkdownText.escaped(words) == words)
  }

  @Test(
    "a number with a full stop gets a backslash only where it would begin a list",
    arguments: [
      ("ago (", "ago (15. Oktober)"), ("", "15\\. Oktober)"), ("- ", "- 15\\. Oktober)"),
      ("> ", "> 15\\. Oktober)"), ("1", "115\\. Oktober)"), ("x\n", "x\n15\\. Oktober)"), ("### ", "### 15. Oktober)"),
      ("1. ", "1. 15\\. Oktober)"), ("1.", "1.15\\. Oktober)"),
    ])
  func numbers(before: String, expected: String) throws {
    let template = try Template("\(before){{day}})", name: "newsletter", format: .markdown)
    #expect(template.render(["day": .text("15. Oktober")]) == expected)
    let plain = MarkdownBlock.parse(expected).plainText
    #expect(plain.contains("15. Oktober)"), "\(plain)")
  }

  @Test("a picture reads back as it was")
  func picture() {
    let picture = Picture(path: "a b/(c).jpg", alt: "Two [x] *y*", credit: "Photo: \"A\" \\ B")
    let blocks = MarkdownBlock.parse(MarkdownText.picture(picture))
    #expect(
      blocks == [.paragraph([.image(url: "a%20b/(c).jpg", title: "Photo: \"A\" \\ B", alt: "Two [x] *y*")])]
        || blocks == [.paragraph([.image(url: "a b/(c).jpg", title: "Photo: \"A\" \\ B", alt: "Two [x] *y*")])])
  }
}
