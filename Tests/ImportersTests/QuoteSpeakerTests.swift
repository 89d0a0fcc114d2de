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
    Case("Marsh kam und sah. In dem Buch schildert Oakden die Not.\n„Gut“, schreibt sie.", "Ruth Oakden: Gut"),
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

  @Test(arguments: [
    Case(
      "The cox, Billy Tranter, said afterwards: “I never shouted.”", "Billy Tranter: I never shouted. @ the cox",
      prose: ""),
    Case("Le maire, Henri Lefèvre, déclara : « Nous partons. »", "Henri Lefèvre: Nous partons. @ le maire", prose: ""),
    Case("El capitán, Manuel Ríos, dijo: «Nos vamos.»", "Manuel Ríos: Nos vamos. @ el capitán", prose: ""),
    Case(
      "Der Bürgermeister, Otto Brandt, sagte: „Wir gehen.“", "Otto Brandt: Wir gehen. @ der Bürgermeister", prose: ""),
    Case("“I never shouted,” the cox, Billy Tranter, said.", "Billy Tranter: I never shouted, @ the cox", prose: ""),
    Case("The mayor, Bo Lind, who had come, said: “We go.”", "Bo Lind: We go."),
    Case("„Gut“, sagte Martin Luther King, Jr.", "Martin Luther King Jr: Gut"),
    Case("“Fine,” Martin Luther King, Jr. said.", "Martin Luther King Jr: Fine,"),
    Case("“Fine,” Martin Luther King, Jr., said.", "Martin Luther King Jr: Fine,", prose: ""),
    Case("Ann King came. “Fine,” King said.", "Ann King: Fine,"),
    Case("“Fine,” the King said.", "the King: Fine,"),
    Case("“Fine,” said one of the rowers, Bo Lind.", "Bo Lind: Fine, @ one of the rowers", prose: ""),
    Case("“Never” is what Oakden said.", prose: "“Never” is what Oakden said."),
    Case("„Gut“, sagt Hilde Kraft und lacht.", "Hilde Kraft: Gut", prose: "Sagt Hilde Kraft und lacht."),
    Case("„Danke“, sagte er zu Oakden.", "nobody: Danke", prose: "Sagte er zu Oakden."),
    Case("“He is a brute,” Ruth Oakden's lawyer said.", "Ruth Oakden's lawyer: He is a brute,", prose: ""),
  ])
  func rolesBesideNames(_ form: Case) throws {
    try check(form)
  }

  @Test(arguments: [
    Case(
      "„Ich konnte rechnen“, sagte Oakden, „die anderen konnten spielen.“",
      "Ruth Oakden: Ich konnte rechnen, die anderen konnten spielen."),
    Case("„Ich bin“, sagte Oakden, „sehr müde.“", "Ruth Oakden: Ich bin sehr müde."),
    Case("«Le bateau», dit Oakden, «est à nous.»", "Ruth Oakden: Le bateau est à nous."),
    Case("„Wir gehen“, sagte Oakden, „nach Hause.“", "Ruth Oakden: Wir gehen nach Hause."),
    Case("„Es ist nass“, sagte Oakden, „und kalt.“", "Ruth Oakden: Es ist nass und kalt."),
    Case(
      "«No cerramos una puerta», afirmó la presidenta Elena Soto, «cerramos una casa».",
      "Elena Soto: No cerramos una puerta, cerramos una casa @ la presidenta"),
    Case(
      "– Jeg gråt, sier Marit Lund, – men ikke der noen så det.",
      "Marit Lund: Jeg gråt, men ikke der noen så det.", prose: ""),
    Case("“About time,” Oakden said, adding: “And about money.”", "Ruth Oakden: About time,\n\nAnd about money."),
    Case("“We won,” said Haverill; and Oakden: “You lost.”", "Tom Haverill: We won,", "Ruth Oakden: You lost."),
    Case("“We won,” said Haverill, and Oakden: “You lost.”", "Tom Haverill: We won,", "Ruth Oakden: You lost."),
  ])
  func halvesKeepTheirSentences(_ form: Case) throws {
    try check(form)
  }

  @Test(arguments: [
    Case("Zum Abschied sagte Oakden zu Haverill: „Danke.“", "Ruth Oakden: Danke."),
    Case("Im Protokoll schrieb Otto Brandt: „Danke.“", "Otto Brandt: Danke."),
    Case("Mit Blick auf Oakden meinte Haverill: „Danke.“", "Tom Haverill: Danke."),
    Case("„Nein“, erwiderte Otto Brandt auf Webers Frage.", "Otto Brandt: Nein @ auf Webers Frage"),
    Case("Dem Bürgermeister rief Oakden zu: „Kein Geld!“", "Ruth Oakden: Kein Geld!"),
    Case(
      "Intendant Wolf Kessler kam. Auf die Frage, was bleibt, antwortete er: „Der Geruch.“",
      "Wolf Kessler?: Der Geruch."),
    Case("Am Montag sagte Oakden: „Nein.“", "Ruth Oakden: Nein."),
    Case("Nach dem Spiel sagte Trainer Karl Voss: „Nein.“", "Karl Voss: Nein."),
    Case("Til avisa sa Per Dahl: «Nei.»", "Per Dahl: Nei."),
    Case("After the race Haverill said of Oakden: “She won.”", "Tom Haverill: She won."),
    Case("Haverill said he was clear: “We won.”", "Tom Haverill: We won."),
  ])
  func theVerbStandsBeforeItsSubject(_ form: Case) throws {
    try check(form)
  }

  @Test(arguments: [
    Case(
      "“We won,” said Oakden. “You lost,” said someone.", "Ruth Oakden: We won,", "nobody: You lost,",
      prose: "Said someone."),
    Case("“We won,” said Oakden. “You lost,” said another.", "Ruth Oakden: We won,", "nobody: You lost,"),
    Case("“We won,” said Oakden. “You lost,” said both.", "Ruth Oakden: We won,", "nobody: You lost,"),
    Case("“We won,” said Oakden. “You lost,” said one of the rowers.", "Ruth Oakden: We won,", "nobody: You lost,"),
    Case("“We won,” said Oakden. “You lost,” someone shouted.", "Ruth Oakden: We won,", "nobody: You lost,"),
    Case("„Gut“, sagte Oakden. „Wasser“, rief jemand.", "Ruth Oakden: Gut", "nobody: Wasser", prose: "Rief jemand."),
    Case("– Vi vant, sier Oakden. – Vi tapte, sier noen.", "Ruth Oakden: Vi vant", "nobody: Vi tapte"),
    Case("Oakden denied having said “I quit.”", prose: "Oakden denied having said “I quit.”"),
    Case("Oakden denied having said: “I quit now.”", prose: "Oakden denied having said: “I quit now.”"),
    Case("Oakden is often misquoted as saying, “I quit.”", prose: "Oakden is often misquoted as saying, “I quit.”"),
    Case("Haverill remembered his father's advice: “Row straight.”", "Tom Haverill?: Row straight."),
    Case("Haverill recalled what his coach had told him: “Row on.”", "Tom Haverill?: Row on."),
    Case("Haverill recalled the words of his coach: “Row straight.”", "Tom Haverill?: Row straight."),
  ])
  func wordsOfNobodyOrOfAnother(_ form: Case) throws {
    try check(form)
  }

  @Test(arguments: [
    Case("Haverill met Oakden. Haverill asked Oakden why she had come. “To row,” she said.", "Tom Haverill?: To row,"),
    Case("Haverill stood trial. The judge turned to Haverill. “Guilty,” he said.", "Tom Haverill?: Guilty,"),
    Case("Haverill and Lyle met. Lyle laughed; Haverill did not. “I did,” he said.", "Peter Lyle?: I did,"),
    Case("Haverill came. Haverill listened as the chairman spoke. “We slept,” he said.", "Tom Haverill?: We slept,"),
    Case("Haverill lost. Haverill wept. A boy in the crowd laughed. “Go home!” he cried.", "Tom Haverill?: Go home!"),
    Case(
      "Oakden met Haverill. “Not a word,” Oakden said. “Not one,” he confirmed.", "Ruth Oakden: Not a word,",
      "Ruth Oakden?: Not one,"),
    Case("Ada Weber met Colin Reed. “Not now,” Weber said. “No,” he said.", "Ada Weber: Not now,", "Ada Weber?: No,"),
    Case("Ole Vik møtte Kari Lund. Vik takket Lund. «Selv takk», sa hun.", "Ole Vik?: Selv takk"),
    Case("Haverill, the keeper of the lock, slept. “I did,” he said.", "Tom Haverill: I did,"),
    Case("Haverill beat Oakden. He told Oakden: “I won.”", "Tom Haverill: I won."),
    Case("Haverill turned to Oakden. “To row,” she said.", "Tom Haverill?: To row,"),
    Case("Haverill came. Oakden smiled. “We did,” he said.", "Ruth Oakden?: We did,"),
    Case(
      "– Bra, sier Haverill til Per Dahl. – Takk, sier han.", "Tom Haverill: Bra @ til Per Dahl", "Tom Haverill?: Takk"),
    Case("Haverill wrote to Ada Weber. “We did,” he wrote.", "Tom Haverill?: We did,"),
    Case("Haverill came. “Who won?” a boy asked. “I did,” he said.", "a boy: Who won?", "a boy?: I did,"),
    Case("Haverill kam. Der Richter sah Haverill an, und das war alles. „Gut“, sagte er.", "Tom Haverill?: Gut"),
    Case("Haverill kom og det var bra. Dommeren så på Haverill. – Nei, sa han.", "Tom Haverill?: Nei"),
    Case("Haverill was the keeper. “I did,” he said.", "Tom Haverill: I did,"),
  ])
  func aPronounIsUnsureBesideAnother(_ form: Case) throws {
    try check(form)
  }

  @Test(arguments: [
    ("Colin Reed slept.", Case("“He slept,” said Mrs. Reed.", "Mrs. Reed: He slept,")),
    ("Colin Reed slept.", Case("“I slept,” said Mr. Reed.", "Colin Reed: I slept,")),
    ("Colin Reed slept.", Case("“He slept,” Mrs. Reed said.", "Mrs. Reed: He slept,")),
    ("Colin Reed slept.", Case("Mrs. Reed said: “He slept.”", "Mrs. Reed: He slept.")),
    ("Colin Reed slept.", Case("“He slept,” said Mrs. Colin Reed.", "Mrs. Colin Reed: He slept,")),
    ("Mr. Reed came.", Case("“He slept,” said Mrs. Reed.", "Mrs. Reed: He slept,")),
    ("Mrs. Reed came.", Case("“I slept,” said Mr. Reed.", "Mr. Reed: I slept,")),
    ("Sir Colin Reed came.", Case("“He slept,” said Lady Reed.", "Lady Reed: He slept,")),
    ("Anna Weber came.", Case("“I came,” said Ms. Weber.", "Anna Weber: I came,")),
    ("Anna Weber came.", Case("“She came,” said Mr. Weber.", "Mr. Weber: She came,")),
    ("Lee Weber came. Lee Weber slept.", Case("“Fine,” said Mr. Weber.", "Lee Weber?: Fine,")),
    ("Tom Smith and Ruth Smith came.", Case("“Fine,” said Mrs. Smith.", "Ruth Smith: Fine,")),
    ("Karl Voss starb.", Case("„Er schlief“, sagte Frau Voss.", "Frau Voss: Er schlief")),
    ("Ole Vik døde.", Case("– På tide, sa fru Vik.", "fru Vik: På tide")),
    ("Juan Ríos murió.", Case("«No», dijo la señora Ríos.", "señora Ríos: No")),
  ])
  func aFormOfAddressNamesOnlyWhomItFits(people: String, form: Case) throws {
    try check(form, people: people)
  }

  @Test(arguments: [
    Case("«Era pequeña», recordaba el fundador, Julián Ortega.", "Julián Ortega: Era pequeña @ el fundador"),
    Case("«Corre mucho», según el entrenador Paco Luna.", "Paco Luna: Corre mucho @ el entrenador"),
    Case("“It is wet,” according to Oakden.", "Ruth Oakden: It is wet,", prose: ""),
    Case("– Vi vant, påpeker Oakden. – Klart, legger han til.", "Ruth Oakden: Vi vant\n\nKlart"),
    Case("– Vi vant, bekrefter Oakden.", "Ruth Oakden: Vi vant"),
    Case("Per Dahl ropte: – Stopp!", "Per Dahl: Stopp!", prose: ""),
    Case("Handleliste: – epler – pærer", prose: "Handleliste: – epler – pærer"),
    Case(
      "— Nous avions froid, se souvient Lucien Barre, le fondateur.", "Lucien Barre: Nous avions froid @ le fondateur"),
  ])
  func furtherVerbsAndDashes(_ form: Case) throws {
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
