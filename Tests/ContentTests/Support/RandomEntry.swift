import Timeline

/// Entries with everything that is awkward about text, the same for the same seed.
enum RandomEntry {
  private static let words = [
    "ran", "the", "Mile", "in", "3:48.20", "and", "1,500", "*won*", "**Gold**", "O’Brien's", "St. Moritz", "e.g.",
    "[a link](https://example.org/r?id=7&x=Y)", "https://example.org/2024/Report", "McColgan", "#1", "“quoted”",
    "(8:00.67)",
    "São", "日本", "🏃🏽‍♀️", "`code 9`", "A.", "B. Miler", "1954.", "—", "5000m", "US$10", "x_y", "<b>Bold</b>", "&amp;",
    "said",
    "<!-- Secret 99 -->", "Wow!", "Why?", "half-Marathon", "10th", "Zürich", "AT&T", "example.com", "50%", "\\*Star\\*",
    "“Go. Now.”", "“Loose", "12\"", "„Los.“", "«Vamos.»", "\"Straight. Words\"", "5 September", "September 6, 2023.",
    "[query](https://example.org/w?v=1&amp;t=2)", "may 3", "the", "7–12 June 2024", "\"", "”", "Mr. Smith",
    "![inline](images/x.jpg \"C. Lens 3\")", "~~Gone~~", "1er mai", "5. Mai", "6 de Mayo de 2021", "*Emphasis: “Both”*",
  ]

  private static func text(_ count: ClosedRange<Int>, _ random: inout SeededGenerator) -> String {
    (0..<Int.random(in: count, using: &random)).map { _ in words.randomElement(using: &random) ?? "" }
      .joined(separator: " ")
  }

  private static func plain(_ count: ClosedRange<Int>, _ random: inout SeededGenerator) -> String {
    let words = [
      "I", "waited", "for", "the", "Bend", "3:48", "and", "then", "*I*", "went.", "[sic]", "O’Brien", "‘no’", "2", "1.",
    ]
    return (0..<Int.random(in: count, using: &random)).map { _ in words.randomElement(using: &random) ?? "" }
      .joined(separator: " ")
  }

  static func make(_ number: Int, _ random: inout SeededGenerator) -> Entry {
    let day = CivilDay(daysSinceEpoch: 19_967 + number % 14)
    var blocks: [Block] = []
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      switch Int.random(in: 0...5, using: &random) {
      case 0:
        let words = plain(1...20, &random) + (Bool.random(using: &random) ? "\n\n" + plain(1...9, &random) : "")
        blocks.append(
          .quote(
            Quote(
              text: words, speaker: Bool.random(using: &random) ? "A. Runner" : nil,
              source: Bool.random(using: &random) ? "Mixed Zone 4" : nil, isSure: Bool.random(using: &random))))
      case 1:
        blocks.append(
          .picture(Picture(path: "images/a \(number).jpg", alt: plain(1...6, &random), credit: "Photo 7: C. Lens")))
      case 2: blocks.append(.note("Secret \(number)"))
      case 3: blocks.append(.text("> " + text(2...9, &random)))
      case 4: blocks.append(.text("- " + text(1...5, &random) + "\n- " + text(1...5, &random)))
      default: blocks.append(.text(text(1...60, &random)))
      }
    }
    var fields = EntryFields()
    fields.tags = ["half Marathon 21", "x-Y", "2024"]
    fields.people = ["A. Runner", "B. Miler"]
    fields.weight = Int.random(in: 1...5, using: &random)
    if Int.random(in: 0...3, using: &random) == 0 { fields.posts = [plain(3...90, &random)] }
    return Entry(
      id: "entry-\(number)", date: EntryDate(day: day),
      title: Bool.random(using: &random) ? text(1...8, &random) : nil, blocks: blocks, fields: fields)
  }
}
