import Testing
import Timeline

/// A rule with texts that it reports and texts, much like them, that it does not.
struct RuleCase: CustomTestStringConvertible, Sendable {
  var rule: String
  var reported: [String]
  var quiet: [String]
  var testDescription: String { rule }

  init(_ rule: String, reported: [String], quiet: [String]) {
    self.rule = rule
    self.reported = reported
    self.quiet = quiet
  }

  /// What `daybook check` finds with people in the settings, a date of today, and one picture beside the timeline.
  static func report(_ text: String, severities: [String: Finding.Severity?] = [:]) -> [Finding] {
    let settings = TimelineSettings(
      knownPeople: ["Josh Kerr", "Jakob Ingebrigtsen"], severities: severities,
      today: CivilDay(year: 2025, month: 1, day: 1))
    let context = RuleContext(settings: settings) { $0 == "there.jpg" }
    return TimelineCheck.run(TimelineReader.read(text, settings: settings), context: context)
  }

  private static func long(_ bytes: Int) -> String {
    entry(String(repeating: "word ", count: bytes / 5))
  }

  /// One case for each rule; a rule without one fails ``TimelineRulesTests/everyRuleHasItsCases()``.
  static let all = forms + dates + entries + quotes + names + links

  private static let forms = [
    RuleCase("no-entries", reported: ["# A club\n\nFounded in 1921."], quiet: ["## 1921 — Founded {#a}"]),
    RuleCase(
      "front-matter",
      reported: [
        "---\ntitle: [a\n---\n\n## 1921 — A {#a}", "---\ntags: {a: b}\n---\n\n## 1921 — A {#a}",
        "---\ntitle: My club\n\n## 1921 — A {#a}",
      ],
      quiet: ["---\ntitle: \"[a\"\ntags: [b]\n---\n\n## 1921 — A {#a}", "---\n\nA club: ours.\n\n## 1921 — A {#a}"]),
    RuleCase(
      "block-unclosed",
      reported: ["## 1921 — A {#a}\n\n<!-- b\n\nc", "## 1921 — A {#a}\n\n```\nb", entry("Text <!-- note\non.")],
      quiet: ["## 1921 — A {#a}\n\n<!-- b -->\n\nc", entry("Text <!-- note --> on."), entry("A `<!--` begins one.")]),
    RuleCase("block-long", reported: [long(300_000)], quiet: [long(200_000)]),
    RuleCase(
      "heading-without-date", reported: ["## 1921 — A {#a}\n\n## What came next"],
      quiet: ["## 1921 — A {#a}\n\n### What came next"]),
    RuleCase(
      "unknown-field",
      reported: [
        entry("x\n\n- tags: a\n- wieght: 3"), entry("x\n\n- weigth: 2"), "---\ntitel: a\n---\n\n## 1921 — A {#a}",
      ],
      quiet: [
        entry("x\n\n- tags: a\n- weight: 3"), entry("- Kerr: first\n- Nuguse: second"), entry("- Host: Ann Marsh"),
      ]),
  ]

  private static let dates = [
    RuleCase(
      "date-order",
      reported: ["## 2023 — A\n\n## 2022 — B", "## 2023-11-11 — A\n\n## 2023-01-12 — B\n\n## 2024-01-18 — C"],
      quiet: ["## 2022 — A\n\n## 2023 — B", "## 2024 — A\n\n## 2023 — B\n\n## 2022 — C"]),
    RuleCase(
      "date-invalid", reported: ["## Feb. 30, 2024 — A", "## 31 April 2024 — A", "## August 4 — A"],
      quiet: ["## Feb. 29, 2024 — A"]),
    RuleCase(
      "date-ambiguous", reported: ["## 03/04/2024 — A"],
      quiet: ["## 13/04/2024 — A", "## 4/4/2024 — A", "## 03.04.2024 — A"]),
    RuleCase(
      "weekday-mismatch", reported: ["## Monday, August 4, 2024 — A"], quiet: ["## Sunday, August 4, 2024 — A"]),
    RuleCase(
      "range-reversed", reported: ["## June 12-7, 2024 — A", "## 2024/2023 — A"], quiet: ["## June 7-12, 2024 — A"]),
    RuleCase("future-date", reported: ["## 2204-08-04 — A", "## 2025-01-02 — A"], quiet: ["## 2025-01-01 — A"]),
  ]

  private static let entries = [
    RuleCase("duplicate-id", reported: ["## 2023 — A {#a}\n\n## 2024 — B {#a}"], quiet: ["## 2023 — A\n\n## 2023 — A"]),
    RuleCase("missing-id", reported: ["## 2023 — A"], quiet: ["## 2023 — A {#a}"]),
    RuleCase("duplicate-entry", reported: ["## 2023 — A\n\n## 2023 — A!"], quiet: ["## 2023 — A\n\n## 2024 — A"]),
    RuleCase("empty-entry", reported: ["## 2023\n\n<!-- a -->"], quiet: ["## 2023\n\na", "## 2023 — A"]),
    RuleCase("missing-alt", reported: [entry("![](there.jpg \"A\")")], quiet: [entry("![a](there.jpg \"A\")")]),
    RuleCase("missing-credit", reported: [entry("![a](there.jpg)")], quiet: [entry("![a](there.jpg \"Photo: A\")")]),
    RuleCase(
      "image-missing", reported: [entry("![a](gone.jpg)"), entry("![a]()")],
      quiet: [entry("![a](there.jpg)"), entry("![a](https://example.org/a.jpg)")]),
  ]

  private static let quotes = [
    RuleCase(
      "quote-without-speaker", reported: [entry("> I am glad.\n> —"), entry("> “I am glad,” he said afterwards.")],
      quiet: [entry("> I am glad.\n> — A"), entry("> From the club’s rules: no spikes.")]),
    RuleCase("speaker-inferred", reported: [entry("> I am glad.\n> — A (?)")], quiet: [entry("> I am glad.\n> — A")]),
    RuleCase("quote-unclosed", reported: [entry("He said: “I am glad.")], quiet: [entry("He said: “I am glad.”")]),
    RuleCase("quote-doubled", reported: [entry("He said: “I am glad.””")], quiet: [entry("He said: “I am ‘glad’.”")]),
    RuleCase(
      "quote-glued", reported: [entry("“I am glad,”he said.")], quiet: [entry("“I am glad,” he said – “today”.")]),
    RuleCase(
      "quote-style-mixed", reported: [entry("“I am glad,\" he said."), entry("“Glad,” and \"sad\" and “so”.")],
      quiet: [entry("“I am glad,” he said."), entry("\"I am glad,\" he said.")]),
  ]

  private static let names = [
    RuleCase(
      "name-variant",
      reported: [
        entry("See Ingebrigtsen. Of Ingebrigtsen, by Ingebrigtsen, for Ingebrigtsen, with Ingebrigsten too."),
        entry("Then Josh Ker came."), entry("> Good.\n> — Josh Ker"), entry("x\n\n- people: Jakob Ingebrigsten"),
      ],
      quiet: [
        entry("See Ingebrigtsen. Of Ingebrigtsen, by Ingebrigtsen, for Ingebrigtsen’s coach."),
        entry("Then Josh Kerr came, and Kerr’s coach."), entry("> Good.\n> — Josh Berg"),
        entry("> Good.\n> — Anna Hansen\n\n> Bad.\n> — Anna Jansen"),
      ]),
    RuleCase(
      "person-unknown", reported: [entry("x\n\n- people: Mo Farah"), entry("> Good.\n> — Jsoh Kerr")],
      quiet: [entry("x\n\n- people: Josh Kerr"), entry("> Good.\n> — Kerr")]),
    RuleCase(
      "mark-format", reported: [entry("Kerr ran 8:00.67; the record was 8:03:40.")],
      quiet: [entry("Kerr ran 8:00.67; the marathon was won in 2:03:40.")]),
  ]

  private static let links = [
    RuleCase(
      "link-missing", reported: [entry("(Watch from the 28:16 mark)")],
      quiet: [entry("[Watch from 28:16](https://example.org)")]),
    RuleCase(
      "link-empty", reported: [entry("[Watch]() it."), entry("[Watch](#) it.")],
      quiet: [entry("[Watch](https://example.org) [x](#y)")]),
    RuleCase(
      "link-undefined",
      reported: [
        entry("[Watch][a] it."), entry("[Watch][] it."),
        entry("[Watch][a] it.") + "\n## 2024-08-05 — B {#b}\n\n[a]: https://example.org",
      ],
      quiet: [
        entry("[Watch][a] it.\n\n[A]: https://example.org"), entry("`[a][b]` is code."), entry("Score \\[1][2]."),
      ]),
    RuleCase(
      "link-scheme",
      reported: [
        entry("[x](javascript:alert)"), entry("[x](htps://example.org)"), entry("[x](http:/example.org)"),
        entry("[x](www.example.org)"),
        entry("<a href=\"javascript:alert(1)\">x</a>"), entry("See <a href='java&#115;cript:alert(1)'>x</a>."),
        entry("<div>\n<img src=data:text/html,x>\n</div>"), entry("[x][a]\n\n[a]: javascript:alert"),
      ],
      quiet: [
        entry("[x](https://example.org) [y](../b.md) [z](mailto:a@example.org)"),
        entry("<a href=\"https://example.org\">x</a>"),
        entry("`<a href=\"javascript:x\">` is no link."), entry("[x][a]\n\n[a]: https://example.org"),
      ]),
    RuleCase(
      "link-duplicate", reported: [entry("[x](https://example.org) [y](https://example.org)")],
      quiet: [entry("[x](https://example.org/a) [y](https://example.org/b) [z]() [w]()")]),
  ]
}
