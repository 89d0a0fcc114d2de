/// A day that a text names, as `5 September`, `September 5, 2024` and `1er septembre 2024` do.
struct DayMention: Hashable {
  var month: Int
  var day: Int
  /// The year where one stands with it.
  var year: Int?
  /// The words, for people.
  var text: String
  /// Where the first of them stands, counted in characters from 1.
  var column: Int

  /// Whether a number on the same line is part of it.
  func covers(_ number: TextTokens.Token) -> Bool {
    (column..<column + text.count).contains(number.column)
  }

  /// The days that a line names by the names of months in a language, in its order.
  static func all(in line: String, language: Language) -> [DayMention] {
    let months = language.months.map { $0.lowercased() }
    // Most lines name no month.
    let words = TextTokens.words(in: line)
    guard words.contains(where: { month(of: $0.text, among: months, language) != nil }) else { return [] }
    let tokens = (words + TextTokens.numbers(in: line)).sorted { $0.column < $1.column }
    let reader = DayMentionReader(characters: Array(line), tokens: tokens, isEnglish: language.code == "en")
    return tokens.indices.flatMap { index -> [DayMention] in
      guard let month = month(of: tokens[index].text, among: months, language) else { return [] }
      return reader.mentions(ofMonth: month, at: index)
    }
  }

  /// The number of a month's name, or of its English abbreviation.
  private static func month(of word: String, among months: [String], _ language: Language) -> Int? {
    let lowercased = word.lowercased()
    if let index = months.firstIndex(of: lowercased) {
      // In languages that write months large, a small `may` is none.
      let isLarge = language.months[index].first?.isUppercase ?? false
      return isLarge && word.first?.isUppercase != true ? nil : index + 1
    }
    guard language.code == "en", word.first?.isUppercase ?? false else { return nil }
    if lowercased == "sept" { return 9 }
    return lowercased.count == 3 ? months.firstIndex { $0.hasPrefix(lowercased) }.map { $0 + 1 } : nil
  }
}

/// Looks for the day and the year around the name of a month.
private struct DayMentionReader {
  let characters: [Character]
  let tokens: [TextTokens.Token]
  let isEnglish: Bool

  /// Words between a day, its month and the year: `5 de septiembre de 2024`, `1er`, `the 5th of`.
  private static let joints: Set = ["de", "del", "er", "st", "nd", "rd", "th", "of"]

  func mentions(ofMonth month: Int, at index: Int) -> [DayMention] {
    if let first = neighbour(of: index, step: -1), let day = day(at: first) {
      let year = year(behind: index)
      let last = year?.index ?? index
      var mentions = [mention(month, day, year?.number, from: first, to: last)]
      // The first day of `7–12 June`.
      if first > 0, "–-—".contains(where: between(first - 1, first).contains), let day = self.day(at: first - 1) {
        mentions.insert(mention(month, day, year?.number, from: first - 1, to: last), at: 0)
      }
      return mentions
    }
    guard isEnglish, let after = neighbour(of: index, step: 1), let day = day(at: after) else { return [] }
    let year = year(behind: after)
    return [mention(month, day, year?.number, from: index, to: year?.index ?? after)]
  }

  private func mention(_ month: Int, _ day: Int, _ year: Int?, from first: Int, to last: Int) -> DayMention {
    let range = (tokens[first].column - 1)..<(tokens[last].column - 1 + tokens[last].text.count)
    return DayMention(
      month: month, day: day, year: year, text: String(characters[range]), column: tokens[first].column)
  }

  /// The next token before or behind one, over joints; nil where anything else stands between.
  private func neighbour(of index: Int, step: Int) -> Int? {
    var index = index
    repeat {
      let next = index + step
      guard tokens.indices.contains(next), between(min(index, next), max(index, next)).allSatisfy(isJoint) else {
        return nil
      }
      index = next
    } while Self.joints.contains(tokens[index].text)
    return index
  }

  private func isJoint(_ character: Character) -> Bool {
    character.isWhitespace || ".,ºª".contains(character)
  }

  private func between(_ first: Int, _ second: Int) -> ArraySlice<Character> {
    let end = tokens[first].column - 1 + tokens[first].text.count
    return characters[min(end, tokens[second].column - 1)..<tokens[second].column - 1]
  }

  private func day(at index: Int) -> Int? {
    tokens[index].text.count < 3 ? Int(tokens[index].text).flatMap { (1...31).contains($0) ? $0 : nil } : nil
  }

  private func year(behind index: Int) -> (index: Int, number: Int)? {
    guard let next = neighbour(of: index, step: 1), tokens[next].text.count == 4, let year = Int(tokens[next].text)
    else { return nil }
    return (next, year)
  }
}
