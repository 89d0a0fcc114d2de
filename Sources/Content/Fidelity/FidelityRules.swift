internal import Timeline

/// The rules about numbers, names and links; those about quotes stand apart.
struct FidelityRules {
  typealias Found = (FidelityRule, SourcePosition, String)

  let lines: DraftLines
  let corpus: FidelityCorpus
  let language: Language
  /// The names of parameters that the draft's channel adds to links.
  let linkParameters: Set<String>

  /// What all the rules find.
  func all() -> [Found] {
    quoteDrift() + unsourcedNumbers() + wrongWeekdays() + unsourcedNames() + unsourcedLinks()
  }

  /// Numbers and days that neither an entry nor the template has; each is reported once.
  private func unsourcedNumbers() -> [Found] {
    var seen: Set<String> = []
    return lines.visible.enumerated().flatMap { number, line -> [Found] in
      guard !Self.isCounter(line) else { return [] }
      let numbers = TextTokens.numbers(in: line).dropFirst(Self.startsItem(line) ? 1 : 0)
        .filter { !corpus.numbers.contains($0.text) && seen.insert($0.text).inserted }
      let days = DayMention.all(in: line, language: language).filter { mention in
        !corpus.hasDay(mention) && !numbers.contains { mention.covers($0) } && seen.insert(mention.text).inserted
      }
      let found =
        numbers.map { ($0, "number") } + days.map { (TextTokens.Token(text: $0.text, column: $0.column), "day") }
      return found.map { token, kind in
        (
          .numberUnsourced, lines.position(line: number, column: token.column),
          "None of the draft's entries has the \(kind) \(token.text). Correct it, or add it to the timeline."
        )
      }
    }
  }

  /// Days with a weekday before them that is not theirs in any of the years that they are known with.
  private func wrongWeekdays() -> [Found] {
    let names = language.weekdays.map { $0.lowercased() }
    return lines.visible.enumerated().flatMap { number, line -> [Found] in
      DayMention.all(in: line, language: language).compactMap { mention in
        let before = line.prefix(mention.column - 1).split { !$0.isLetter }.last ?? ""
        guard let written = names.firstIndex(of: before.lowercased()) else { return nil }
        let days = corpus.years(of: mention).compactMap { CivilDay(year: $0, month: mention.month, day: mention.day) }
        guard let day = days.first, !days.contains(where: { $0.weekday == written + 1 }) else { return nil }
        return (
          .numberUnsourced, lines.position(line: number, column: mention.column),
          "\(mention.text) is no \(before): in \(day.year) it is a \(language.weekday(day)). Correct the one or the other."
        )
      }
    }
  }

  /// Words with a capital that neither an entry nor the template has; each is reported once.
  ///
  /// At the beginning of a sentence every word has a capital: there one counts only when another follows it. In German
  /// every noun has one, so that two in a row count alone.
  private func unsourcedNames() -> [Found] {
    var seen: Set<String> = []
    var found: [Found] = []
    for (number, line) in lines.visible.enumerated() {
      let words = TextTokens.words(in: line)
      let characters = Array(line)
      for (index, word) in words.enumerated() where Self.isName(word.text) {
        let next = words.indices.contains(index + 1) ? words[index + 1] : nil
        let isFollowed = next.map { Self.isName($0.text) && $0.column == word.column + word.text.count + 1 } ?? false
        let isAfterName = index > 0 && Self.isName(words[index - 1].text)
        let isStart = Self.startsSentence(word.column - 1, in: characters)
        let isInRow = isFollowed && !(isStart && Self.opensSentences(word.text)) || (isAfterName && !isStart)
        guard isInRow || (!isStart && language.code != "de"), !Self.isHandle(word.column - 1, in: characters) else {
          continue
        }
        guard !isKnown(word.text), seen.insert(word.text).inserted else { continue }
        found.append(
          (
            .nameUnsourced, lines.position(line: number, column: word.column),
            "None of the draft's entries has the name \(word.text). Check it, or add it to the timeline."
          ))
      }
    }
    return found
  }

  /// Links that are in none of the entries; a parameter that the channel added does not count.
  private func unsourcedLinks() -> [Found] {
    lines.addresses.filter { !corpus.hasAddress($0.url, added: linkParameters) }.map { address in
      (
        .linkUnsourced, address.position,
        "None of the draft's entries has the link \(address.url). Check where it leads, or add it to the timeline."
      )
    }
  }

  private func isKnown(_ word: String) -> Bool {
    if corpus.words.contains(word) { return true }
    // A genitive of a known name is known.
    for ending in ["’s", "'s", "s"] where word.hasSuffix(ending) {
      if corpus.words.contains(String(word.dropLast(ending.count))) { return true }
    }
    return false
  }

  private static func isName(_ word: String) -> Bool {
    word.first?.isUppercase ?? false
  }

  /// Whether a word is one of those that sentences begin with, before a name as well (`But Ann Bell won`).
  private static func opensSentences(_ word: String) -> Bool {
    openers.contains(word.lowercased())
  }

  private static let openers: Set<String> = Set(
    """
    a after also an and another as at because before both but by during each even every few for from he her here his how \
    i if in it its last later like many most near neither no nobody not nor now of on once one only or our she since so \
    some soon still that the their then there these they this those though through thus to today tomorrow too under \
    until we what when where while who whoever why with without yesterday yet you your \
    aber als am an auch auf aus bei bis da dann das dass dem den der des die dieser doch ein eine er es für heute hier \
    ihr im in mit nach noch nur ob oder ohne seit sie so und unter vom von vor was weil wenn wer wie wir wo zu zum zur \
    da de den der det dette du en et etter for fra før han hun hva hvem i ikke inn jeg man med men mot nå når og om på \
    så som til under ved vi \
    à après au aussi aux avant avec ce ces cet cette chez dans de depuis des donc elle en et il ils la le les leur mais \
    ni nous on où par pour quand que qui sa sans se ses si son sous sur un une vers \
    a al ante así aún bajo como con cuando de del desde donde el ella en entre es esta este hasta la las lo los más ni no \
    o para pero por que quien se según si sin sobre su sus también tras un una y ya
    """.split(separator: " ").map(String.init))

  /// Whether the word begins a line or follows the end of a sentence.
  private static func startsSentence(_ index: Int, in line: [Character]) -> Bool {
    let before = line[..<index].reversed().drop { !$0.isLetter && !$0.isNumber && !".!?:…|".contains($0) }
    return before.first.map { ".!?:…|".contains($0) } ?? true
  }

  /// Whether the word belongs to a hashtag or a mention.
  private static func isHandle(_ index: Int, in line: [Character]) -> Bool {
    let start = line[..<index].lastIndex { $0.isWhitespace }.map { $0 + 1 } ?? 0
    return line.indices.contains(start) && "#@".contains(line[start]) && start + 1 < line.count
      && !line[start + 1].isWhitespace
  }

  /// Whether a line is the counter of a thread's part, as in `1/3`.
  private static func isCounter(_ line: String) -> Bool {
    let parts = line.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isNumber) }
  }

  /// Whether a line begins with the number of a list's item.
  private static func startsItem(_ line: String) -> Bool {
    let rest = line.drop { $0 == " " || $0 == ">" }
    let digits = rest.prefix(while: \.isNumber)
    return !digits.isEmpty && [". ", ") "].contains(String(rest.dropFirst(digits.count).prefix(2)))
  }
}
