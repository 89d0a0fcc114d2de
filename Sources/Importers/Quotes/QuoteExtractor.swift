import Timeline

/// Turns the direct quotes of prose into quotes with speakers; the rest of the prose stays text.
///
/// What counts as somebody's words: a quotation that an attribution follows or a verb of speech or a colon leads to,
/// and one that is a sentence of its own. Titles, scare quotes and phrases inside a sentence stay where they are.
/// Halves around an attribution are one quote; a comma before the attribution stays, for the words are verbatim.
/// A bare attribution goes, and where and to whom somebody spoke becomes the quote's source; what tells more stays.
struct QuoteExtractor {
  private let convention: QuoteConvention
  private var roster: Roster
  /// The paragraphs of the source where the place among them matters, and that place.
  private let texts: [String]
  private var place = 0
  private let labels: AnswerLabels
  private let writesMarkdown: (String) -> String
  private var context: SpeakerContext
  private var announcement: Attribution.Lead?
  private(set) var findings: [Finding] = []

  /// Learns names and marks from `texts`, all paragraphs of the source.
  ///
  /// `author` is who speaks when the text says `I`; `writesMarkdown` makes Markdown of prose.
  init(
    texts: [String], people: [String], author: String?,
    writesMarkdown: @escaping (String) -> String = MarkdownText.escaped
  ) {
    convention = QuoteConvention(of: texts)
    roster = Roster(of: texts, people: people + [author].compactMap(\.self))
    labels = AnswerLabels(of: texts, roster: roster)
    self.texts = roster.hasNamesakes ? texts : []
    context = SpeakerContext(roster: roster, author: author)
    self.writesMarkdown = writesMarkdown
  }

  /// The blocks of one entry.
  mutating func blocks(of paragraphs: [SourceParagraph]) -> [PlacedBlock] {
    find(paragraphs)
    context.beginEntry(roster)
    announcement = nil
    var blocks: [PlacedBlock] = []
    var prose: [SourceParagraph] = []
    for (index, paragraph) in paragraphs.enumerated() {
      guard let block = paragraph.block else {
        if Signature.isQuoted(paragraph) {
          guard index == 0 || !Signature.isQuoted(paragraphs[index - 1]) else { continue }
          let lines = paragraphs[index...].prefix(while: Signature.isQuoted)
          blocks += read(prose)
          prose = []
          blocks += quoted(Array(lines))
        } else {
          prose.append(paragraph)
        }
        continue
      }
      blocks += read(prose)
      prose = []
      blocks.append(PlacedBlock(block: block, position: paragraph.position))
    }
    return blocks + read(prose)
  }

  /// Finds the end of an entry in the source, so that people of later entries are not meant in it.
  private mutating func find(_ paragraphs: [SourceParagraph]) {
    guard let last = paragraphs.last(where: { !$0.text.isEmpty }), place < texts.count,
      let index = texts[place...].firstIndex(where: { $0.hasSuffix(last.text) })
    else { return }
    place = index
    roster.read(upTo: index)
  }

  private mutating func read(_ prose: [SourceParagraph]) -> [PlacedBlock] {
    var reader = PassageReader(convention: convention) { Self.namesItsSpeaker($0) }
    var blocks: [PlacedBlock] = []
    for passage in Signature.joined(reader.passages(of: prose)).map(AttributionPhrases.joined) {
      let made = labelled(passage).map { [$0] } ?? read(passage)
      blocks += PassageLinks(passage).restored(in: made)
    }
    for finding in reader.findings
    where finding.rule != "quote-style-mixed" || !findings.contains(where: { $0.rule == finding.rule }) {
      findings.append(finding)
    }
    return blocks
  }

  /// The quote of lines that begin with `>`; lines that neither a name signs nor a sentence announces stay as they are.
  private mutating func quoted(_ lines: [SourceParagraph]) -> [PlacedBlock] {
    let (text, signature) = Signature.parted(lines)
    guard !text.isEmpty, signature != nil || announcement != nil else { return read(lines) }
    let speaker = signature.map { answer(to: $0.speaker) } ?? announcement.flatMap { answer(to: $0) }
    announcement = nil
    return [quote(text, by: speaker, source: signature?.source, at: lines[0].position)]
  }

  /// `Kerr: “…`, `“…,” Kerr said`: such a paragraph does not go on with what the one before left open.
  private static func namesItsSpeaker(_ paragraph: String) -> Bool {
    let characters = Array(paragraph)
    let scanner = QuoteScanner(characters, convention: QuoteConvention(of: [paragraph]))
    guard let span = scanner.spans.first, span.closing != nil else { return false }
    let after = Attribution.after(String(characters[span.outer.upperBound...]), quoted: String(characters[span.inner]))
    if case .named? = after?.speaker { return true }
    return false
  }

  /// The answer `I was glad` of an interview that is set without marks, as in `Kerr: I was glad`.
  private mutating func labelled(_ passage: Passage) -> PlacedBlock? {
    guard let first = passage.pieces.first, case .prose(let text) = first.piece,
      let (label, words) = labels.split(text, rest: passage.pieces.dropFirst().map(\.piece))
    else { return nil }
    announcement = nil
    let answer =
      switch label {
      case .person(let name): SpeakerContext.Answer(name: roster.resolve(name).name, isSure: true)
      case .initials(let name): SpeakerContext.Answer(name: name, isSure: false)
      case .answer:
        SpeakerContext.Answer(name: context.interviewee ?? context.antecedent(of: "he")?.name ?? "", isSure: false)
      }
    guard !answer.name.isEmpty else { return nil }
    return quote(words, by: answer, source: nil, at: first.position)
  }

  private mutating func quote(
    _ text: String, by speaker: SpeakerContext.Answer?, source: String?, at position: SourcePosition
  ) -> PlacedBlock {
    if let speaker { context.noteSpeaker(speaker, source: source) } else { context.noteStranger() }
    let quote = Quote(text: text, speaker: speaker?.name, source: source, isSure: speaker?.isSure ?? true)
    return PlacedBlock(block: .quote(quote), position: position)
  }

}

// MARK: - One passage

extension QuoteExtractor {
  private mutating func read(_ passage: Passage) -> [PlacedBlock] {
    context.beginPassage()
    var state = PassageState()
    for (index, (piece, position)) in passage.pieces.enumerated() {
      switch piece {
      case .prose(let prose):
        state.add(prose, at: position)
      case .quotation(let quotation):
        take(quotation, at: position, following: passage.pieces[(index + 1)...].map(\.piece), into: &state)
      }
    }
    let hasQuote = state.blocks.contains { if case .quote = $0.block { true } else { false } }
    if !hasQuote, let lead = Attribution.before(state.prose), state.prose.hasSuffix(":") || state.prose.hasSuffix("…") {
      announcement = lead
      context.note(state.narration, endsInTopic: lead == .topic)
    } else {
      announcement = nil
      context.note(state.narration)
    }
    state.flush(writesMarkdown)
    return state.blocks
  }

  private mutating func take(
    _ quotation: Passage.Quotation, at position: SourcePosition, following: [Passage.Piece],
    into state: inout PassageState
  ) {
    var judge = QuoteJudge(
      quotation: quotation, before: state.prose, after: "", followsHalf: state.followsHalf,
      followsSentence: state.endsSentence, isAnnounced: announcement != nil)
    if case .prose(let prose)? = following.first { judge.after = prose }
    if following.count > 1, case .quotation(let next) = following[1] { judge.next = next.text }
    switch judge.verdict {
    case .prose:
      state.add(quotation: quotation.marked, at: position)
    case .half(let attribution):
      state.extend(quotation.text)
      state.finish(attribution)
    case .led(let lead):
      let named = context.people(in: lead.sentence(in: state.prose))
      context.note(state.takeLead(lead))
      state.flush(writesMarkdown)
      let speaker = answer(to: lead, besides: named)
      let source: String? = if case .spoken(_, _, _, _, let source) = lead { source } else { nil }
      state.append(quote(quotation.text, by: speaker, source: source, at: position), attribution: nil)
    case .followed(var attribution):
      context.note(state.narration)
      let isTurn = state.followsHalf
      let isReply = isReply(attribution, isTurn: state.followsQuote || quotation.isTurn && state.blocks.isEmpty)
      state.flush(writesMarkdown)
      let goesOn = attribution.goesOn && context.endsInSpeech && attribution.isOfPronoun
      var speaker =
        isReply
        ? context.reply()
        : goesOn
          ? context.lastSpeaker : answer(to: attribution.speaker, besides: context.people(in: attribution.source ?? ""))
      if attribution.isOfPronoun, isTurn, !goesOn, let name = speaker?.name, context.names(anotherThan: name) {
        speaker?.isSure = false
      }
      // Nobody stands before `— , to Lind`.
      if speaker == nil, attribution.source != nil {
        attribution.source = nil
        attribution.isInformative = true
      }
      state.append(
        quote(quotation.text, by: speaker, source: attribution.source, at: position), attribution: attribution)
    case .bare:
      // `“It is wet,” Marsh said, adding that … “It is cold.”`: the quote goes on behind a sentence that names her.
      var speaker = state.followsAttribution ? context.lastSpeaker : announcement.flatMap { answer(to: $0) }
      context.note(state.narration)
      state.flush(writesMarkdown)
      if speaker == nil { speaker = Incise.speaker(in: quotation).flatMap { answer(to: $0) } }
      if speaker == nil { speaker = context.antecedent().map { .init(name: $0.name, isSure: false) } }
      // `“Fine.” Marsh said nothing else.`
      if speaker == nil, case .named(let name)? = Attribution.after(judge.after, quoted: "!")?.speaker {
        speaker = .init(name: roster.resolve(name).name, isSure: false)
      }
      state.append(quote(quotation.text, by: speaker, source: nil, at: position), attribution: nil)
    }
  }

  /// Whether a pronoun means somebody else than the last speaker: `“Is it wet?” Lind asked. “It is,” she replied.`.
  private func isReply(_ attribution: Attribution, isTurn: Bool) -> Bool {
    attribution.isOfPronoun && context.endsInSpeech && (attribution.isReply || isTurn)
  }

  private func answer(to lead: Attribution.Lead, besides named: Set<String> = []) -> SpeakerContext.Answer? {
    if case .spoken(let speaker, _, _, _, _) = lead { return answer(to: speaker, besides: named) }
    return context.antecedent().map { .init(name: $0.name, isSure: false) }
  }

  private func answer(
    to speaker: Attribution.Speaker, besides named: Set<String> = []
  ) -> SpeakerContext.Answer? {
    switch speaker {
    case .named(let name):
      let (full, isOnly) = roster.resolve(name)
      return .init(name: full, isSure: isOnly)
    case .both(let one, let other, let link):
      let people = [roster.resolve(one), roster.resolve(other)]
      return .init(name: people.map(\.name).joined(separator: " \(link) "), isSure: people.allSatisfy(\.isOnly))
    case .pronoun(let pronoun): return context.antecedent(of: pronoun, besides: named)
    case .indefinite: return nil
    case .described(let words):
      guard SpeakerContext.isEpithet(words), let person = context.antecedent() else {
        return .init(name: words, isSure: true)
      }
      return .init(name: person.name, isSure: false)
    }
  }
}
