import Testing
import Timeline

@Suite struct LinkRuleTests {
  @Test(arguments: [
    ("Text.\n\n(Watch from the 28:16 mark)", ["5:2 link-missing"]), ("Listen from 1:02:03 on.", ["3:1 link-missing"]),
    ("He fell. Watch from 3:47.", ["3:10 link-missing"]), ("[See 3:00 of the film.]", []),
    ("People could listen from 9:30 to 11:00 in the square.", []), ("Watch out for the 2:00 train.", []),
    ("Fans watch the final at 21:00.", []), ("Listen at 20:15 on Radio Nesvik.", []),
    ("[Watch from 28:16](https://a.b)", []), ("Watch from 28:16.\n\n[Video](https://a.b)", []),
    ("Watch him run 3:29.38.", []), ("Watch this. He ran at 15:30 today.", []), ("The race is at 15:30.", []),
  ])
  func recordingsWithoutALinkAreFound(body: String, wanted: [String]) {
    #expect(report(entry(body), only: "link-missing") == wanted)
  }

  @Test(arguments: [
    ("![A start](gone.jpg \"P\")\nThe start in Paris.", ["3:1 image-missing"]),
    ("Text\n![](there.jpg \"P\") here.", ["4:1 missing-alt"]), ("- one\n- ![A](gone.jpg \"P\")", ["4:1 image-missing"]),
    ("[![A](gone.jpg \"P\")](https://a.b)", ["3:1 image-missing"]), ("Text ![A](there.jpg \"P\") here.", []),
    ("`![](gone.jpg)` is a picture.", []),
  ])
  func picturesWithinTextsAreLookedAt(body: String, wanted: [String]) {
    #expect(report(entry(body)) { $0 == "there.jpg" } == wanted)
  }

  @Test(arguments: [
    ("[x](javascript:alert)", ["3:5 link-scheme"]), ("[x](JaVaScRiPt:alert)", ["3:5 link-scheme"]),
    ("[x](data:text/html,y)", ["3:5 link-scheme"]), ("![x](file:///etc/passwd \"y\")", ["3:1 link-scheme"]),
    ("[x](https://a.b) [y](mailto:a@b.c) [z](../c.md) [w](#d) [v](//a.b)", []), ("see https://a.b", []),
  ])
  func schemesThatHarmAreFound(body: String, wanted: [String]) {
    #expect(report(entry(body), only: "link-scheme") == wanted)
  }

  @Test func theSameTargetTwiceIsFound() {
    #expect(report(entry("[x](https://a.b)\n\n[y](https://a.b)"), only: "link-duplicate") == ["5:5 link-duplicate"])
    let two = "## 2024 — A {#a}\n\n[x](https://a.b)\n\n## 2025 — B {#b}\n\n[x](https://a.b)\n"
    #expect(report(two, only: "link-duplicate") == [])
  }

  @Test func picturesAreLookedUp() {
    let text = entry("![](images/a.jpg)\n\n![b](https://a.b/c.jpg \"Photo: B\")\n\n![c](d.jpg \"Photo: C\")\n\n![d]()")
    let exists: @Sendable (String) -> Bool = { $0 == "d.jpg" }
    #expect(
      report(text, pictureExists: exists) == [
        "3:1 image-missing", "3:1 missing-alt", "3:1 missing-credit", "9:1 image-missing", "9:1 missing-credit",
      ])
    #expect(report(text, only: "image-missing") == ["9:1 image-missing"])
  }

  @Test func speakersAreAskedFor() {
    let text = entry("> One.\n> —\n\n> Two.\n> — Kerr (?)\n\n> Three.\n> — Kerr")
    #expect(report(text) == ["3:1 quote-without-speaker", "6:1 speaker-inferred"])
  }

  @Test func peopleAreThoseOfTheSettings() {
    let settings = TimelineSettings(knownPeople: ["Josh Kerr"])
    let text = entry("> One.\n> — Jsoh Kerr\n\n> Two.\n> — Kerr\n\n- people: Josh Kerr, Mo Farah")
    #expect(report(text, only: "person-unknown", settings: settings) == ["1:1 person-unknown", "3:1 person-unknown"])
    #expect(report(text, only: "person-unknown") == [])
  }
}
