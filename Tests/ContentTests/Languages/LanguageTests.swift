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

  @Test("every entry of the samples, in every language and on every channel", arguments: Language.all.map(\.code))
  func everything(code: String) throws {
    var publication = Sample.publication
    publication.language = code
    let templates = TemplateSet(language: code)
    let entries = try Publications.entries()
    let subjects = entries.map(PostSubject.entry) + Publications.picks(of: entries, years: 1).map(PostSubject.pick)
    let marks = Language.named(code).quotationMarks
    for channel in Channel.networks {
      let composer = try PostComposer(publication: publication, channel: channel, templates: templates)
      for subject in subjects {
        guard case .draft(let draft) = composer.compose(subject) else {
          Issue.record("\(subject.entry.id) gave no post on \(channel.name)")
          continue
        }
        #expect(!draft.parts.isEmpty && draft.parts.allSatisfy { channel.fits($0) }, "\(draft.id)")
        #expect(!draft.text.contains("{{"), "\(draft.id)")
        for quote in subject.entry.quotes where draft.text.contains(marks.open + quote.text.prefix(4)) {
          #expect(draft.text.contains(marks.open + quote.text + marks.close), "\(draft.id)")
        }
      }
    }
    let composer = try IssueComposer(publication: publication, templates: templates)
    let draft = composer.compose(
      day: Sample.day("2024-09-09"), entries: entries, picks: Sample.picks
    ).draft
    #expect(draft?.text.contains("{{") == false)
  }
}
