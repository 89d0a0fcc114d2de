import Testing
import Timeline

@testable import Importers

/// Whose words are whose: each case is the body of one entry, under people who are named in full at the start.
struct QuoteFormTests {
  /// A body and the quotes in it, as `Speaker: text`; `?` behind the speaker where they are inferred, `@ source` at the
  /// end where one is given.
  struct Case: CustomTestStringConvertible, Sendable {
    var body: String
    var quotes: [String]
    /// What of the prose must be left, where the case tells.
    var prose: String?
    var testDescription: String { body }

    init(_ body: String, _ quotes: String..., prose: String? = nil) {
      self.body = body
      self.quotes = quotes
      self.prose = prose
    }
  }

  private func read(_ body: String) throws -> (entry: Entry, findings: [Finding]) {
    let text = "Ann Marsh runs the mill. Bo Lind keeps the lock. Marsh and Lind differ.\n2 March 2021\n\(body)\n"
    let timeline = try ArticleImporter().import(ImportSource(text: text))
    expectRoundTrip(timeline.document)
    return (try #require(timeline.document.entries.first), timeline.findings)
  }

  @Test(arguments: [
    Case("“It is wet,” Marsh said.", "Ann Marsh: It is wet,", prose: ""),
    Case("\"It is wet,\" Marsh said.", "Ann Marsh: It is wet,", prose: ""),
    Case("«It is wet», said Marsh.", "Ann Marsh: It is wet", prose: ""),
    Case("„Es ist nass“, sagte Marsh.", "Ann Marsh: Es ist nass", prose: ""),
    Case("»Es ist nass«, sagte Marsh.", "Ann Marsh: Es ist nass", prose: ""),
    Case("« C’est mouillé », a déclaré Marsh.", "Ann Marsh: C’est mouillé", prose: ""),
    Case("«Está mojado», dijo Marsh.", "Ann Marsh: Está mojado", prose: ""),
    Case("”Det är blött”, sade Marsh.", "Ann Marsh: Det är blött", prose: ""),
    Case("‘It’s wet, and it’s cold,’ Marsh said.", "Ann Marsh: It’s wet, and it’s cold,", prose: ""),
    Case("“It is wet,” said Marsh. “It is cold.”", "Ann Marsh: It is wet,\n\nIt is cold.", prose: ""),
    Case("“It is wet,” Marsh said, “and it is cold.”", "Ann Marsh: It is wet, and it is cold.", prose: ""),
    Case("“Is it wet?” Lind asked.", "Bo Lind: Is it wet?", prose: ""),
    Case("“It is wet!” Marsh later told reporters in Oslo.", "Ann Marsh: It is wet! @ to reporters in Oslo", prose: ""),
    Case("“It is wet,” said Ann Marsh, the miller.", "Ann Marsh: It is wet, @ the miller", prose: ""),
    Case("“It is wet,” miller Ann Marsh said.", "Ann Marsh: It is wet, @ miller", prose: ""),
    Case("“It is wet,” said mill owner Dame Ann Marsh.", "Ann Marsh: It is wet, @ mill owner", prose: ""),
    Case("“It is wet,” said Marsh, who runs the mill. “Very.”", "Ann Marsh: It is wet,\n\nVery. @ who runs the mill"),
    Case("“It is wet,” Marsh fired back on Tuesday.", "Ann Marsh: It is wet, @ on Tuesday", prose: ""),
    Case(
      "„Es ist noch nass und die Tür klemmt“, so Marsh.", "Ann Marsh: Es ist noch nass und die Tür klemmt", prose: ""),
    Case(
      "– Det er vått, sier Marsh til avisa. – Og kaldt.", "Ann Marsh: Det er vått\n\nOg kaldt. @ til avisa", prose: ""),
    Case("— C’est mouillé ! s’exclame-t-on. Non.", prose: "— C’est mouillé ! s’exclame-t-on. Non."),
    Case("—Está mojado —dijo Marsh—. Y frío.", "Ann Marsh: Está mojado\n\nY frío.", prose: ""),
    Case("“It is wet,” said Lind's neighbour, Ann Marsh.", "Ann Marsh: It is wet, @ Lind's neighbour", prose: ""),
    Case("“It is wet” — Ann Marsh, at the mill", "Ann Marsh: It is wet @ at the mill", prose: ""),
    Case("“It is wet,” Marsh corrects him, “and cold.”", "Ann Marsh: It is wet, and cold.", prose: ""),
    Case("“Wet,” grins Marsh.", "Ann Marsh: Wet,", prose: ""),
    Case(
      "“It is wet,” said Lind, looking at the gate, “and it is cold.”",
      "Bo Lind: It is wet, and it is cold. @ looking at the gate", prose: ""),
    Case("“It is wet,” wrote Marsh in a letter to Lind.", "Ann Marsh: It is wet, @ in a letter to Lind", prose: ""),
    Case(
      "“It is wet,” Marsh said, adding that it had been worse. “It is cold.”", "Ann Marsh: It is wet,",
      "Ann Marsh: It is cold.", prose: "Marsh said, adding that it had been worse."),
    Case(
      "“It is wet,” Marsh is reported to have said.", "Ann Marsh: It is wet,", prose: "Marsh is reported to have said."),
  ])
  func attributionsBehindTheQuote(_ form: Case) throws {
    try check(form)
  }

  /// Who the speaker is stands before or behind the name, and never becomes part of it.
  @Test(arguments: [
    Case("“It is wet,” said Ann Marsh, miller.", "Ann Marsh: It is wet, @ miller", prose: ""),
    Case(
      "“It is wet,” said Marsh, 54, who has run the mill since May. “Very.”",
      "Ann Marsh: It is wet,\n\nVery. @ 54, who has run the mill since May", prose: ""),
    Case(
      "“It is wet,” said commuter Ann Marsh, 29, of East Calder. “Very.”",
      "Ann Marsh: It is wet,\n\nVery. @ commuter, 29, of East Calder", prose: ""),
    Case("“It is wet,” coach Ann Marsh said.", "Ann Marsh: It is wet, @ coach", prose: ""),
    Case("“It is wet,” Coach Ann Marsh said.", "Ann Marsh: It is wet, @ Coach", prose: ""),
    Case("“It is wet,” Mayor Ann Marsh said.", "Ann Marsh: It is wet, @ Mayor", prose: ""),
    Case("“It is wet,” said City Councilwoman Ann Marsh.", "Ann Marsh: It is wet, @ City Councilwoman", prose: ""),
    Case("“It is wet,” Ann Marsh, D-Ward 4, said.", "Ann Marsh: It is wet, @ D-Ward 4", prose: ""),
    Case(
      "“It is wet,” Ann Marsh, the club’s treasurer, told Lind.",
      "Ann Marsh: It is wet, @ the club’s treasurer, to Lind", prose: ""),
    Case(
      "“It is wet,” said the treasurer, Major Ann Marsh, who left. “Very.”",
      "Ann Marsh: It is wet,\n\nVery. @ the treasurer, Major, who left", prose: ""),
    Case("Marsh left. “It is wet,” said the Chairman.", "the Chairman: It is wet,", prose: "Marsh left."),
    Case(
      "According to lock keeper Bo Lind, “the gate floated, which nobody expected.”",
      "Bo Lind: the gate floated, which nobody expected.", prose: "According to lock keeper Bo Lind:"),
    Case("Cllr. Ann Marsh: “It is wet.”", "Ann Marsh: It is wet.", prose: ""),
    Case("Marsh’s reply, in full: “Never.”", "Ann Marsh: Never.", prose: "Marsh’s reply, in full:"),
    Case("@ann_marsh posted: “It is wet.”", "@ann_marsh: It is wet.", prose: ""),
    Case("A note on the door read: “Back at noon.”", "A note on the door: Back at noon."),
    Case("Lind’s deputy, the former pilot Jens Aas, was blunter.\n“Rubbish,” he said.", "Jens Aas?: Rubbish,"),
  ])
  func rolesAreNoPartOfNames(_ form: Case) throws {
    try check(form)
  }

  @Test(arguments: [
    Case("Marsh said: “It is wet.”", "Ann Marsh: It is wet.", prose: ""),
    Case("Marsh said, “It is wet.”", "Ann Marsh: It is wet.", prose: ""),
    Case("Marsh told Lind “It is wet.”", "Ann Marsh: It is wet.", prose: "Marsh told Lind:"),
    Case("Marsh on Lind: “He is late.”", "Ann Marsh: He is late.", prose: "Marsh on Lind:"),
    Case("Marsh: “It is wet.”", "Ann Marsh: It is wet.", prose: ""),
    Case(
      "Asked about Lind, Marsh smiled and replied: “Late.”", "Ann Marsh: Late.",
      prose: "Asked about Lind, Marsh smiled and replied:"),
    Case("According to Marsh, “It is wet.”", "Ann Marsh: It is wet.", prose: ""),
    Case("A paper quoted Marsh on Lind saying: “He is late.”", "Ann Marsh: He is late."),
    Case("Marsh, who had beaten Lind to the gate, said: “It is wet.”", "Ann Marsh: It is wet."),
    Case("On Instagram, Marsh wrote:\n“It is wet.”", "Ann Marsh: It is wet.", prose: "On Instagram, Marsh wrote:"),
    Case("Here is how Lind responded at the lock:\n“It is dry.”", "Bo Lind: It is dry."),
    Case("As Marsh put it: “It is wet.”", "Ann Marsh: It is wet.", prose: "As Marsh put it:"),
    Case("Marsh said it was “wet.” Lind said: “Dry.”", "Bo Lind: Dry.", prose: "Marsh said it was “wet.”"),
    Case("Marsh sa: «Det er vått.»", "Ann Marsh: Det er vått.", prose: ""),
  ])
  func attributionsBeforeTheQuote(_ form: Case) throws {
    try check(form)
  }

  @Test(arguments: [
    Case("“It is wet,” Marsh said.\n“It is cold,” she added.", "Ann Marsh: It is wet,", "Ann Marsh: It is cold,"),
    Case("Lind closed the gate. “It is late,” he said.", "Bo Lind: It is late,", prose: "Lind closed the gate."),
    Case("Lind met Marsh. “It is late,” he said.", "Bo Lind?: It is late,"),
    Case("Marsh and Lind met. “It is late,” he said.", "Bo Lind?: It is late,"),
    Case("After a talk with Marsh, Lind was calm. “It is late,” he said.", "Bo Lind: It is late,"),
    Case("Lind was asked about the gate.\n“It is shut.”", "Bo Lind?: It is shut."),
    Case(
      "Lind came on the radio.\nOn the gate:\n“It is shut.”\nOn Marsh:\n“She is late.”", "Bo Lind?: It is shut.",
      "Bo Lind?: She is late."),
    Case("“It is wet,” Marsh said.\n“It is cold.”", "Ann Marsh: It is wet,", "Ann Marsh?: It is cold."),
    Case("Lind spoke. “It is late,” the keeper’s wife said.", "the keeper’s wife: It is late,"),
    Case("“It is late,” a spokesman for the canal said.", "a spokesman for the canal: It is late,"),
    Case("“It is all shut now, and nobody knows why.”", "nobody: It is all shut now, and nobody knows why."),
  ])
  func speakersWithoutANameBesideTheQuote(_ form: Case) throws {
    try check(form)
  }

  @Test(arguments: [
    Case("“It is wet.\n“It is cold,” Marsh said.", "Ann Marsh: It is wet.\n\nIt is cold,"),
    Case("“It is wet,” Marsh said. “It is\ncold.”", "Ann Marsh: It is wet,\n\nIt is\n\ncold."),
    Case(
      "Marsh wrote:\n“It is wet.\nIt is “very” cold.\nGood night.”\n“Late,” said Lind.",
      "Ann Marsh: It is wet.\n\nIt is “very” cold.\n\nGood night.", "Bo Lind: Late,"),
    Case("“He said ‘never again’ and left,” Marsh said.", "Ann Marsh: He said ‘never again’ and left,"),
    Case("“It is [very] wet (laughs),” Marsh said.", "Ann Marsh: It is [very] wet (laughs),"),
    Case(
      "“Marsh is late,” Lind said. “Lind is early,” Marsh said.", "Bo Lind: Marsh is late,", "Ann Marsh: Lind is early,"
    ),
    Case(
      "“It is wet,” Marsh said. She shut the door. “It is cold.”", "Ann Marsh: It is wet,", "Ann Marsh?: It is cold.",
      prose: "She shut the door."),
    Case(
      "“It is wet,” Marsh said, adding that she had seen worse in the spring.", "Ann Marsh: It is wet,",
      prose: "Marsh said, adding that she had seen worse in the spring."),
  ])
  func quotesOfSeveralParts(_ form: Case) throws {
    try check(form)
  }

  @Test(arguments: [
    "Marsh called Lind “just the next man.”", "On “The Sunday Mill”, Marsh says that Lind is late.",
    "“The Sunday Mill” came back in spring.", "It was hailed as a “world best” by the papers.",
    "Lind said he was “really pleased” with the gate.", "Her book “The Long River” sold well.",
    "Marsh, “the queen of the mill”, was there.", "They sang “Water, Water” and “Rain” at the gate.",
    "The pole is 6'2\" long.", "He’s the ’90s man, it's said.",
  ])
  func titlesAndPhrasesAreNobodysWords(body: String) throws {
    let (entry, _) = try read(body)
    #expect(entry.quotes.isEmpty)
    #expect(entry.bodyMarkdown == body)
  }

  @Test func singleMarksHoldQuotesInBritishPapers() throws {
    let body =
      "'It's wet,' Marsh said. The millers' guild called it \"an insult\".\n'I'm late,' said Lind. 'It's the \"old\" gate.'"
    let (entry, _) = try read(body)
    #expect(entry.quotes.map(\.summary) == ["Ann Marsh: It's wet,", "Bo Lind: I'm late,\n\nIt's the \"old\" gate."])
    #expect(entry.bodyMarkdown == "The millers' guild called it \"an insult\".")
  }

  @Test func interviewsWithoutMarks() throws {
    let (entry, _) = try read("Marsh spoke to us.\nQ: Is it wet?\nA: It is.\nQ: And cold?\nA: It “is”, too.")
    #expect(entry.quotes.map(\.summary) == ["Ann Marsh?: It is.", "Ann Marsh?: It “is”, too."])
    #expect(entry.bodyMarkdown.contains("Q: And cold?"))
    let (named, _) = try read("The Mill Times: Is it wet?\nMarsh: It is.\nThe Mill Times: And cold?\nMarsh: Very.")
    #expect(named.quotes.map(\.summary) == ["Ann Marsh: It is.", "Ann Marsh: Very."])
    let (initials, _) = try read("TM: Is it wet?\nAM: It is.\nTM: And cold?\nAM: Very.")
    #expect(initials.quotes.map(\.summary) == ["Ann Marsh?: It is.", "Ann Marsh?: Very."])
  }

  @Test func marksThatAreWrongAreReported() throws {
    #expect(try read("Marsh said: “It is wet").findings.map(\.rule) == ["quote-unclosed"])
    #expect(try read("Marsh said: “It is wet.””").findings.map(\.rule) == ["quote-doubled"])
    #expect(try read("“It is wet,” Marsh said.“It is cold.”").findings.map(\.rule) == ["quote-glued"])
    #expect(try read("“It is wet,”Marsh said.").findings.map(\.rule) == ["quote-glued"])
    #expect(try read("It is wet,” Marsh said.").findings.map(\.rule) == ["quote-unclosed"])
    #expect(try read("“It is wet,\" Marsh said.").findings.map(\.rule) == ["quote-style-mixed"])
    #expect(try read("“It is wet,” Marsh said. “It is ‘cold’.”").findings.isEmpty)
  }

  @Test func peopleOfTheSettingsComeFirst() throws {
    let source = ImportSource(
      text: "2 March 2021\n“It is wet,” Marsh said.\n", options: ImportOptions(people: ["Ann Marsh-Lee", "Cora Marsh"]))
    let timeline = try ArticleImporter().import(source)
    #expect(timeline.document.entries.first?.quotes.first?.speaker == "Cora Marsh")
  }

  private func check(_ form: Case) throws {
    let entry = try read(form.body).entry
    #expect(entry.quotes.map(\.summary) == form.quotes)
    if let prose = form.prose { #expect(entry.bodyMarkdown == prose) }
    let inferred = TimelineCheck.run(TimelineReading(document: TimelineDocument(entries: [entry])))
      .count { $0.rule == "speaker-inferred" }
    #expect(inferred == entry.quotes.count { !$0.isSure })
  }
}

extension Quote {
  /// `Speaker: text @ source`, with `?` behind a speaker who is inferred.
  var summary: String {
    "\(speaker ?? "nobody")\(isSure ? "" : "?"): \(text)\(source.map { " @ \($0)" } ?? "")"
  }
}
