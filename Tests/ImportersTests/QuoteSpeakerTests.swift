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

  @Test(arguments: [
    Case("„Gut“, erzählte Brehme der Hallsteiner Zeitung.", "Brehme: Gut @ der Hallsteiner Zeitung"),
    Case("„Gut“, sagte Otto Brehme der Hallsteiner Zeitung.", "Otto Brehme: Gut @ der Hallsteiner Zeitung"),
    Case("„Gut“, sagte Oakden dem Blatt.", "Ruth Oakden: Gut @ dem Blatt"),
    Case("„Gut“, sagte der Trainer der Mannschaft.", "der Trainer der Mannschaft: Gut"),
    Case("„Gut“, erinnerte sich Brehme.", "Brehme: Gut"), Case("„Gut“, erinnert sich Kern.", "Kern: Gut"),
    Case("„Nein“, erwiderte Kern.", "Kern: Nein"),
    Case("«Bra», fortalte Oakden Adresseavisen.", "Ruth Oakden: Bra @ Adresseavisen"),
    Case("« Bon », raconta Le Goff fils au Petit Journal.", "Le Goff: Bon @ fils au Petit Journal"),
    Case("« Bon », écrivit le gardien Yves Le Goff.", "Yves Le Goff: Bon @ le gardien"),
    Case("« Bon », raconta Paul Le Goff au Petit Journal.", "Paul Le Goff: Bon @ au Petit Journal"),
    Case("« Bon ! », s’écria Le Goff.", "Le Goff: Bon !"), Case("« Bon », se souvient Petit.", "Petit: Bon"),
    Case("« Bon », dit Petit. « Non », répondit Le Goff.", "Petit: Bon", "Le Goff: Non"),
    Case("« Je pars, dit Petit. La mer attend. »", "Petit: Je pars, dit Petit. La mer attend."),
    Case("„Gut“, sagte die Sprecherin der Gemeinde.", "die Sprecherin der Gemeinde: Gut"),
    Case("Marsh kam und sah. In dem Buch schildert Oakden die Not.\n„Gut“, schreibt er.", "Ruth Oakden: Gut"),
    Case("Marsh war nicht da, und das Blatt fragte nach.\nDann lachte Oakden. „Gut“, sagte sie.", "Ruth Oakden: Gut"),
    Case("Oakden var ikke blid på det som skjedde:\n– Det er feil.", "Ruth Oakden?: Det er feil."),
    Case("Le gardien Yves Le Goff entra. « Bon », dit-il.", "Yves Le Goff?: Bon"),
    Case("“Volveremos”, prometió Oakden.", "Ruth Oakden: Volveremos"), Case("«Bra», tror Oakden.", "Ruth Oakden: Bra"),
    Case("Auf die Frage, ob es regne, antwortete Oakden: „Ja.“", "Ruth Oakden: Ja."),
    Case("Etter møtet sa Oakden: «Vi har tid.»", "Ruth Oakden: Vi har tid."),
    Case("Oakden lo. «Ingen vinner», la hun til.", "Ruth Oakden: Ingen vinner", prose: "Oakden lo."),
    Case("„Gut“, fügte Oakden hinzu.", "Ruth Oakden: Gut"),
    Case("Direktør Mona Aas i Kystverket var klar: «Han må ut.»", "Mona Aas?: Han må ut."),
    Case("—Oigo bien —dijo Oakden.\n—Demasiado —respondió él.", "Ruth Oakden: Oigo bien", "Ruth Oakden?: Demasiado"),
    Case("– Pour vos amis, a lancé Oakden.", "Ruth Oakden: Pour vos amis"),
    Case(
      "Le maire Jacques Morin et Oakden sont dans la salle. Les gens sont là, et une femme dort.\n« Oui », dit M. Morin.",
      "Jacques Morin: Oui"),
    Case("«Bueno», dijo de Vega.", "de Vega: Bueno"), Case("«Bueno», contestó Oakden.", "Ruth Oakden: Bueno"),
  ])
  func otherLanguagesNameTheSpeakerBesideTheListener(_ form: Case) throws {
    try check(form)
  }

  @Test(arguments: [
    ("Tom Smith and Ruth Smith came.", Case("“Fine,” Smith said.", "Ruth Smith?: Fine,")),
    ("Old Tom Smith came. Tom Smith ran.", Case("“Fine,” Smith said.", "Tom Smith: Fine,")),
    ("Tom J. Smith came with P. Finch.", Case("“Fine,” Tom J. Smith said.", "Tom J. Smith: Fine,")),
    ("Tom J. Smith came with P. Finch.", Case("“Fine,” Smith said.", "Tom J. Smith: Fine,")),
    ("Tom J. Smith came with P. Finch.", Case("“Fine,” Finch said.", "P. Finch: Fine,")),
    ("It rained.", Case("“Fine,” said J.R. Smith.", "J.R. Smith: Fine,")),
    ("Tom van der Berg came.", Case("“Fine,” van der Berg said.", "Tom van der Berg: Fine,")),
    ("Tom van der Berg came.", Case("“Fine,” said van der Berg.", "Tom van der Berg: Fine,")),
    ("Tom van der Berg came.", Case("“Fine,” Van der Berg said.", "Tom van der Berg: Fine,")),
    ("It rained.", Case("Miller Fred Trewin told the Times: “Fine.”", "Fred Trewin: Fine.")),
    ("It rained.", Case("“Fine,” said Norman Baker.", "Norman Baker: Fine,")),
  ])
  func namesAreWhole(people: String, form: Case) throws {
    try check(form, people: people)
  }

  @Test(arguments: [
    Case("“Fine,” said Haverill and Oakden together.", "Tom Haverill and Ruth Oakden: Fine,", prose: ""),
    Case("“Fine,” Haverill and Oakden said.", "Tom Haverill and Ruth Oakden: Fine,", prose: ""),
    Case("Haverill and Oakden said: “Fine.”", "Tom Haverill and Ruth Oakden: Fine."),
    Case("Haverill beat Lyle and Oakden said: “Fine.”", "Ruth Oakden: Fine."),
    Case("“Fine,” said Haverill and Oakden nodded.", "Tom Haverill: Fine,", prose: "Said Haverill and Oakden nodded."),
    Case(
      "\"He lied,\" the Gazette quoted Oakden as saying.", "Ruth Oakden: He lied,",
      prose: "The Gazette quoted Oakden as saying."),
    Case("“He lied,” Oakden was quoted by the Gazette as saying.", "Ruth Oakden: He lied,"),
    Case("“Fine,” said Oakden’s barrister in May.", "Oakden’s barrister: Fine, @ in May", prose: ""),
    Case("“Fine,” said Oakden. Oakden laughed. “Very.”", "Ruth Oakden: Fine,", "Ruth Oakden?: Very."),
    Case(
      "“Fine,” said Oakden.\n“Well,” Haverill texted back.\n“Well,” he shot back.", "Ruth Oakden: Fine,",
      "Tom Haverill: Well,", "Ruth Oakden?: Well,"),
    Case("Said Oakden: “Fine.”", "Ruth Oakden: Fine."),
    Case("Haverill was told by Oakden: “The lane is shut.”", "Ruth Oakden: The lane is shut."),
    Case(
      "Tom Haverill gave a speech at the dinner:\n“Ladies and gentlemen, I am glad to be here.”",
      "Tom Haverill?: Ladies and gentlemen, I am glad to be here."),
    Case("“Fine,” Oakden said later.", "Ruth Oakden: Fine,", prose: ""),
    Case("„Gut“, sagte Oakden später.", "Ruth Oakden: Gut", prose: ""),
    Case("“Fine.” Ruth Oakden said nothing else.", "Ruth Oakden?: Fine.", prose: "Ruth Oakden said nothing else."),
    Case("“Fine.” Ruth Oakden said.", "Ruth Oakden: Fine.", prose: ""),
    Case("“The Mile” opened in 1990.", prose: "“The Mile” opened in 1990."),
    Case("“Lanterns” ended the season.", prose: "“Lanterns” ended the season."),
    Case("'Twas the rock 'n' roll years.", prose: "'Twas the rock 'n' roll years."),
  ])
  func sentencesNameWhoSpeaks(_ form: Case) throws {
    try check(form)
  }

  @Test(arguments: [
    Case("Helen Marsh met Ruth Oakden.\nQ: Do you run?\nA: For the bus.", "Ruth Oakden?: For the bus."),
    Case("Helen Marsh spoke to Ruth Oakden.\nQ: Do you run?\nA: For the bus.", "Ruth Oakden?: For the bus."),
    Case("Marsh interviewed Oakden in May.\nQ: Do you run?\nA: For the bus.", "Ruth Oakden?: For the bus."),
    Case("Ruth Oakden met us at the door.\nQ: Do you run?\nA: For the bus.", "Ruth Oakden?: For the bus."),
    Case("\"Not on my bridge.\"\n— Peter Lyle", "Peter Lyle: Not on my bridge.", prose: ""),
    Case("\"Not on my bridge.\"\n- Peter Lyle", "Peter Lyle: Not on my bridge.", prose: ""),
    Case("\"Not on my bridge.\" (Peter Lyle, in May)", "Peter Lyle: Not on my bridge. @ in May", prose: ""),
    Case("“Not on my bridge.” (He laughed.)", "nobody: Not on my bridge.", prose: "(He laughed.)"),
    Case("“The Mile” (Peter Lyle, 1990) sold.", prose: "“The Mile” (Peter Lyle, 1990) sold."),
    Case("> Not on\n> my bridge.\n> - Peter Lyle", "Peter Lyle: Not on my bridge.", prose: ""),
    Case("Lyle wrote:\n> “Not on my bridge.”", "Peter Lyle: Not on my bridge.", prose: "Lyle wrote:"),
    Case("> Not on my bridge.", prose: "\\> Not on my bridge."),
    Case("“Fruit.”\n- Apples\n- Pears", "nobody: Fruit.", prose: "- Apples\n- Pears"),
  ])
  func answersAndSignatures(_ form: Case) throws {
    try check(form)
  }

  @Test func aSurnameMeansWhoeverWasIntroducedBefore() throws {
    let text = """
      2 March 1911
      Squire Edmund Vane dug a well. “I fell,” Vane said.
      3 March 1951
      Edmund Vane died. “He fell,” says Julia Vane. “We all fall,” Vane says.
      """
    let imported = try ArticleImporter().import(ImportSource(text: text))
    let quotes = imported.document.entries.flatMap(\.quotes).map(\.summary)
    #expect(quotes[..<2] == ["Edmund Vane: I fell,", "Julia Vane: He fell,"])
    #expect(quotes.last?.contains("Vane?: We all fall,") == true)
  }

  @Test func anOpeningMarkThatClosesIsReported() throws {
    let text = "2 March 2021\nOakden said: “It is wet.“ It was.\n"
    let imported = try ArticleImporter().import(ImportSource(text: text))
    #expect(imported.document.entries.first?.quotes.map(\.text) == ["It is wet."])
    #expect(imported.findings.map(\.rule) == ["quote-style-mixed"])
    #expect(imported.findings.first?.message.contains("“ is used as closing mark") == true)
  }

  private func check(_ form: Case, people: String = "Ruth Oakden and Tom Haverill came. Peter Lyle stayed.") throws {
    let imported = try ArticleImporter().import(ImportSource(text: "\(people)\n2 March 2021\n\(form.body)\n"))
    expectRoundTrip(imported.document)
    let entry = try #require(imported.document.entries.first)
    #expect(entry.quotes.map(\.summary) == form.quotes)
    if let prose = form.prose { #expect(entry.bodyMarkdown == prose) }
  }
}
