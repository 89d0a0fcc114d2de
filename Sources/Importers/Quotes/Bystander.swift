/// People without a name whom a sentence brings in, so that a pronoun behind it may mean them: `The judge turned to Reed.`.
enum Bystander {
  private static let nouns: Set<String> = [
    "man", "woman", "boy", "girl", "child", "lad", "lady", "gentleman", "stranger", "wife", "husband", "mother", "son",
    "daughter", "brother", "sister", "uncle", "aunt", "cousin", "friend", "guest", "spectator", "onlooker", "juror",
    "witness", "prosecutor", "defendant", "magistrate", "teammate", "opponent", "rival", "mann", "kvinne", "gutt",
    "jente", "dommer", "homme", "femme", "garçon", "juge", "hombre", "mujer", "niño", "juez",
    "richter", "richterin", "vorsitzende", "zuschauer", "nachbar", "nachbarin", "junge", "mädchen", "vater", "mutter",
    "bruder", "schwester", "freund", "freundin", "kollege", "kollegin",
  ]
  /// Norwegian nouns have their article behind them.
  private static let definite: Set<String> = [
    "dommeren", "treneren", "ordføreren", "lederen", "formannen", "mannen", "kvinnen", "gutten", "jenta", "vennen",
  ]
  private static let copulas: Set<String> = [
    "was", "is", "became", "becomes", "were", "are", "been", "be", "being", "named", "called", "remained", "remains",
    "than", "as", "like", "war", "ist", "wurde", "var", "er", "ble", "est", "était", "es", "era", "fue",
  ]

  /// Whether a noun for a person stands behind an article or an owner, and is nobody who is named beside it.
  static func isIn(_ sentence: ArraySlice<Word>, runs: [NameRun]) -> Bool {
    sentence.indices.contains { index in
      if definite.contains(sentence[index].folded) { return !runs.contains { $0.start == index + 1 } }
      guard isPerson(sentence[index]), let article = article(of: index, in: sentence) else { return false }
      let next = index + 1
      let isNamed = runs.contains { $0.start == next || $0.range.contains(index) && $0.range.count > 1 }
      guard !isNamed, article > sentence.startIndex else { return !isNamed }
      let before = sentence[article - 1]
      let isApposed = before.after.contains(",") && runs.contains { $0.range.upperBound == article }
      // `Reed listened as the chairman spoke.`
      let isClause = before.folded == "as" && next < sentence.endIndex && sentence[index].after.isEmpty
      return !isApposed && (isClause || !copulas.contains(before.folded))
    }
  }

  private static func isPerson(_ word: Word) -> Bool {
    !word.isPossessive
      && (nouns.contains(word.folded) || Vocabulary.roles.contains(word.folded)
        || Vocabulary.titles.contains(word.folded))
  }

  /// The article or the owner before a noun, with an adjective or two between them.
  private static func article(of noun: Int, in sentence: ArraySlice<Word>) -> Int? {
    for index in sentence[..<noun].indices.reversed().prefix(3) {
      guard !sentence[index].endsClause else { return nil }
      if Vocabulary.determiners.contains(sentence[index].folded) || sentence[index].isPossessive { return index }
      guard !Vocabulary.isFunctionWord(sentence[index].folded) else { return nil }
    }
    return nil
  }
}
