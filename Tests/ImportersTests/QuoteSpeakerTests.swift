import Testing
import Timeline

@testable import Importers

/// Quotes whose speaker is easily mistaken: each case is the body of one entry, under a sentence that names people.
struct QuoteSpeakerTests {
  typealias Case = QuoteFormTests.Case

  @Test(arguments: [
    Case("“We did,” said Ruth Oakden, the “Lantern Queen”.", "Ruth Oakden: We did, @ the “Lantern Queen”", prose: ""),
    Case(
      "“We did,” said Oakden, author of “The Long Mile”, in 1990.",
      "Ruth Oakden: We did, @ author of “The Long Mile”, in 1990", prose: ""),
    Case("“We did,” said Oakden, a “friend” of Lyle’s.", "Ruth Oakden: We did, @ a “friend” of Lyle’s", prose: ""),
    Case("“We did,” Oakden told “Lantern” magazine.", "Ruth Oakden: We did, @ to “Lantern” magazine", prose: ""),
    Case("“We did,” said Oakden, who called it “a shame.”", "Ruth Oakden: We did, @ who called it “a shame.”"),
    Case(
      "“We did,” said Oakden in “The Long Mile.” It sold.", "Ruth Oakden: We did, @ in “The Long Mile.”",
      prose: "It sold."),
    Case("“We did,” said Oakden, “and we shall.”", "Ruth Oakden: We did, and we shall.", prose: ""),
    Case("“We did,” said Oakden in Oslo, “and we shall.”", "Ruth Oakden: We did, and we shall. @ in Oslo", prose: ""),
    Case("“We did,” said Oakden “and we shall.”", "Ruth Oakden: We did, and we shall.", prose: ""),
    Case("“We did,” said Oakden. “And we shall.”", "Ruth Oakden: We did,\n\nAnd we shall.", prose: ""),
    Case(
      "“We did,” said Oakden. “Lanterns” opened in May.", "Ruth Oakden: We did,", prose: "“Lanterns” opened in May."),
  ])
  func phrasesInAnAttributionAreNoSecondHalf(_ form: Case) throws {
    try check(form)
  }

  @Test(arguments: [
    Case(
      "“We did not,” said Haverill. “They did,” said the vicar.", "Tom Haverill: We did not,", "the vicar: They did,"),
    Case(
      "“We did not,” said Haverill. “They did,” the mayor replied.", "Tom Haverill: We did not,",
      "the mayor: They did,"),
    Case("“We did not,” said Haverill. “They did,” he added.", "Tom Haverill: We did not,\n\nThey did,"),
    Case("“We did,” said Oakden. “Yes,” she said.", "Ruth Oakden: We did,", "Ruth Oakden: Yes,"),
    Case(
      "“We did not,” said Haverill. “They did,” she replied.", "Tom Haverill: We did not,", "Tom Haverill?: They did,"),
    Case(
      "“We did not,” said Haverill. “They did,” they agreed.", "Tom Haverill: We did not,", "Tom Haverill?: They did,"),
    Case(
      "“You,” Oakden said to Haverill, “are late.” “I know,” he said.", "Ruth Oakden: You, are late. @ to Haverill",
      "Tom Haverill?: I know,"),
    Case(
      "“Late?” Oakden asked.\n“I was,” said Haverill.\n“You were,” she replied.", "Ruth Oakden: Late?",
      "Tom Haverill: I was,", "Ruth Oakden?: You were,"),
    Case(
      "“I saw him,” said Oakden. He nodded. “I saw her,” he said.", "Ruth Oakden: I saw him,",
      "Ruth Oakden?: I saw her,", prose: "He nodded."),
    Case(
      "“We did,” said Haverill. “They did.” “No,” said Oakden.", "Tom Haverill: We did,\n\nThey did.",
      "Ruth Oakden: No,"),
  ])
  func whoeverHasAnAttributionHasAQuote(_ form: Case) throws {
    try check(form)
  }

  private func check(_ form: Case, people: String = "Ruth Oakden and Tom Haverill came. Peter Lyle stayed.") throws {
    let imported = try ArticleImporter().import(ImportSource(text: "\(people)\n2 March 2021\n\(form.body)\n"))
    expectRoundTrip(imported.document)
    let entry = try #require(imported.document.entries.first)
    #expect(entry.quotes.map(\.summary) == form.quotes)
    if let prose = form.prose { #expect(entry.bodyMarkdown == prose) }
  }
}
