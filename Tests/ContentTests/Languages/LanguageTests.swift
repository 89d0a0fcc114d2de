import Testing
import Timeline

@testable import Content

@Suite struct LanguageTests {
  @Test(
    "dates and years ago in each language",
    arguments: [
      ("en", "1 May 2024", "Wednesday, 1 May", "today", "1 year ago", "71 years ago"),
      ("nb", "1. mai 2024", "Onsdag 1. mai", "i dag", "for 1 år siden", "for 71 år siden"),
      ("de", "1. Mai 2024", "Mittwoch, 1. Mai", "heute", "vor 1 Jahr", "vor 71 Jahren"),
      ("fr", "1er mai 2024", "Mercredi 1er mai", "aujourd’hui", "il y a 1 an", "il y a 71 ans"),
      ("es", "1 de mayo de 2024", "Miércoles, 1 de mayo", "hoy", "hace 1 año", "hace 71 años"),
    ])
  func words(code: String, date: String, heading: String, today: String, one: String, many: String) {
    let language = Language.named(code)
    let day = Sample.day("2024-05-01")
    #expect(language.date(day) == date)
    #expect(language.headingDay(day) == heading)
    #expect([0, 1, 71].map(language.yearsAgo) == [today, one, many])
  }

  @Test("a tag with a region finds its language, an unknown one English")
  func tags() {
    #expect(
      ["de-AT", "nb_NO", "NO", "fr", "pt", ""].map { Language.named($0).code } == ["de", "nb", "nb", "fr", "en", "en"])
  }

  @Test("spans of days are as short as they can be")
  func spans() {
    let span = { (first: String, last: String) in Language.english.dates(Sample.day(first), Sample.day(last)) }
    #expect(span("2024-09-09", "2024-09-15") == "9–15 September 2024")
    #expect(span("2024-09-30", "2024-10-06") == "30 September – 6 October 2024")
    #expect(span("2024-12-30", "2025-01-05") == "30 December 2024 – 5 January 2025")
    #expect(span("2024-12-30", "2024-12-30") == "30 December 2024")
  }

  @Test(
    "every language has twelve months, seven weekdays, twelve numbers and the same words",
    arguments: Language.all.map(\.code))
  func completeness(code: String) {
    let language = Language.named(code)
    #expect([language.months.count, language.weekdays.count, language.numbers.count] == [12, 7, 12])
    #expect(Set(language.words.keys) == Set(Language.english.words.keys))
    #expect(language.words.values.allSatisfy { !$0.isEmpty })
  }

  @Test("an issue of the samples in every language", arguments: Language.all.map(\.code))
  func issue(code: String) throws {
    var publication = Sample.publication
    publication.language = code
    let composer = try IssueComposer(publication: publication, templates: TemplateSet(language: code))
    let draft = composer.compose(
      day: Sample.day("2024-09-09"), entries: try Publications.entries(), picks: Sample.picks
    ).draft
    #expect(draft?.text.contains("{{") == false)
  }
}
