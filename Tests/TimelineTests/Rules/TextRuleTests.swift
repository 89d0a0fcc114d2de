import Testing
import Timeline

@Suite struct TextRuleTests {
  @Test(arguments: [
    ("He said: “I know my body.", ["3:10 quote-unclosed"]),
    ("He said: \"I know my body.", ["3:10 quote-unclosed"]),
    ("I know my body,” he said.", ["3:16 quote-unclosed"]),
    ("“One.\n\n“Two,” he said.", []),
    ("\"One.\n\nTwo.\n\nThree.\"", []),
    ("“One,” he said. “Two.”", []), ("„Eins“, sagte er. „Zwei“.", []), ("«Une» et « deux ».", []),
    ("»Eins« und »zwei«.", []),
    ("5'10\" tall and 6' 2\" wide", []), ("It’s the runners’ “best” race’s end.", []), ("`\"` and <a title=\"x\">", []),
    ("[x](y \"z (w)\") and [v](u_(t)) are fine.", []), ("He said “one” (“two”) —“three”.", []),
    ("The “80s” and “Sun”s.", []),
    ("‘Single’ marks don’t count.", []), ("“He said ‘yes.’”", []), ("Say \"yes\".", []),
    ("(\"Yes\") — \"no\"; \"maybe\"!", []),
    ("“Of course,\" he said. \"No,” she said.", []),
  ])
  func unclosedMarksAreFound(body: String, wanted: [String]) {
    #expect(report(entry(body), only: "quote-unclosed") == wanted)
  }

  @Test(arguments: [
    ("In different ways.””", 1), ("In different ways.\"\"", 1), ("““No.”", 1), ("An empty \"\" is fine.", 0),
    ("“He said ‘yes’”", 0),
  ])
  func doubledMarksAreFound(body: String, count: Int) {
    #expect(report(entry(body), only: "quote-doubled").count == count)
    #expect(report(entry(body), only: "quote-unclosed").count == (body.hasPrefix("In") ? 1 : 0))
  }

  @Test(arguments: [
    ("“Hard,” he said in the zone.“I tried.”", ["3:29 quote-glued"]),
    ("\"Hard,\" he said in the zone.\"I tried.\"", ["3:29 quote-glued"]),
    ("“Hard,”he said.", ["3:7 quote-glued"]), ("The “Sun”s and the “Star”.", []), ("(“Hard”)—“easy”", []),
    ("a=\"b\"", []),
  ])
  func gluedMarksAreFound(body: String, wanted: [String]) {
    #expect(report(entry(body), only: "quote-glued") == wanted)
  }

  @Test func marksInAQuoteAreLookedAt() {
    #expect(report(entry("> He said “no.””\n> — Kerr"), only: "quote-doubled") == ["3:1 quote-doubled"])
    #expect(report(entry("> First.\n>\n> “Second.\n> — Kerr"), only: "quote-unclosed") == [])
  }

  @Test(arguments: [
    ("“Of course,\" he said.", ["3:12 quote-style-mixed"]),
    ("“One” and “two” and \"three\".", ["3:21 quote-style-mixed"]),
    ("“One” and “two”.", []), ("\"One\" and 5' 10\".", []),
  ])
  func mixedStylesAreFound(body: String, wanted: [String]) {
    #expect(report(entry(body), only: "quote-style-mixed") == wanted)
  }

  private static let ingebrigtsen =
    "Then Ingebrigtsen ran. With Ingebrigtsen it is so. And Ingebrigtsen won, as Ingebrigtsen does. "

  @Test(arguments: [
    ("The cameras saw Ingebrigsten leave.", ["3:112 name-variant"]),
    ("The cameras saw Ingebritgsen leave.", ["3:112 name-variant"]),
    ("The cameras saw Ingebrigtsens leave.", []), ("The cameras saw Filip Ingebrigsten leave.", []),
    ("Ingebrigsten left.", []), ("The ingebrigsten left, says Ingebrigsten.", []), ("The cameras saw Ingwersen.", []),
  ])
  func rareSpellingsAreFound(text: String, wanted: [String]) {
    #expect(report(entry(Self.ingebrigtsen + text), only: "name-variant") == wanted)
  }

  @Test(arguments: [
    "Alle Besucher kamen. Die Besucher, der Besucher, viele Besucher, neue Besucher, und zwei Besuche.",
    "Der kleine Bruder, der große Bruder, sein Bruder, ihr Bruder, kein Bruder; beide Brüder.",
    "Er fuhr nach Norwegen, kam aus Norwegen, liebte Norwegen, verließ Norwegen, und ein Norweger kam mit.",
    "The German team met the German coach in a German city under German law; she had left Germany.",
  ])
  func inflectedWordsAreNoSlips(text: String) {
    #expect(report(entry(text), only: "name-variant") == [])
  }

  @Test func firstNamesNeedTheirSurname() {
    let text = String(repeating: "It was Jakob Holm again. ", count: 5)
    #expect(report(entry(text + "It was Jacob Holm."), only: "name-variant").count == 1)
    #expect(report(entry(text + "It was Jacob Kiplimo."), only: "name-variant") == [])
  }

  @Test func aNameOfThePeopleIsRight() {
    let text = Self.ingebrigtsen + "The cameras saw Ingebrigsten leave.\n\n- people: Ingebrigsten"
    #expect(report(entry(text), only: "name-variant") == [])
  }

  @Test(arguments: [
    ("Kerr ran 8:00.67. The record was 8:03:40.", ["3:34 mark-format"]),
    ("8:00.67 and 3:29.38, then 7:54,10 in Paris.", []),
    ("8:00.67, 3:29.38, 3:45.34, then 7:54,10 in Paris.", ["3:33 mark-format"]),
    ("8:00.67, 3:29.38, 3:45.34, then 7.54.10 in Paris.", ["3:33 mark-format"]),
    ("2:00.67 for 800m and a marathon in 2:03:40.", []), ("2:03:40, 2:05:10 and 2:04.5", []),
    ("At 8:03:40 p.m. he ran 8:00.67.", []), ("8:00.67 on 12.03.24", []), ("3:45, 3:46 and 3:29.38", []),
    ("https://a.b/8:03:40/x 8:00.67", []),
  ])
  func oddMarksAreFound(body: String, wanted: [String]) {
    #expect(report(entry(body), only: "mark-format") == wanted)
  }
}
