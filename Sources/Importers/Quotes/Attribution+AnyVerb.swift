extension Attribution {
  private static let longestClause = 10

  /// `Kerr corrects him`, `grins Kerr`: behind a quotation that ends in a comma any verb attributes, known or not.
  ///
  /// `isOutside` says that the comma stands behind the mark, as it does where the words had none.
  static func anyVerb(_ words: ArraySlice<Word>, in text: String, isOutside: Bool = false) -> Attribution? {
    guard words.count <= longestClause, words.count > 1 else { return nil }
    if let found = verbFirst(words, in: text, isOutside: isOutside) { return found }
    let second = words.startIndex + 1
    let speaker: Speaker
    let verb: Int
    if Vocabulary.pronouns.contains(words[words.startIndex].folded), words[words.startIndex].after.isEmpty {
      (speaker, verb) = (.pronoun(words[words.startIndex].folded), second)
    } else if let run = NameRun.find(in: words).first, !run.isPossessive, run.range.lowerBound - words.startIndex <= 3,
      words[..<run.range.upperBound].allSatisfy({ !$0.endsClause && !Vocabulary.prepositions.contains($0.folded) })
    {
      (speaker, verb) = (.named(run.titled), run.range.upperBound)
    } else {
      return nil
    }
    guard verb < words.endIndex, isVerb(words[verb]) else { return nil }
    var found = Attribution(speaker: speaker, length: length(of: words, in: text))
    let rest = words[(verb + 1)...]
    found.isInformative = !rest.allSatisfy { ["him", "her", "them", "me", "us"].contains($0.folded) }
    if found.isInformative { found.aside = phrase(words[verb...], in: text) }
    return found
  }

  /// A verb, and at once a name; in English a verb in -s or -ed.
  private static func verbFirst(_ words: ArraySlice<Word>, in text: String, isOutside: Bool) -> Attribution? {
    let verb = words[words.startIndex]
    let isNoun = Vocabulary.roles.contains(verb.folded) || Vocabulary.titles.contains(verb.folded)
    guard isVerb(verb), isOutside && !isNoun || verb.folded.hasSuffix("s") || verb.folded.hasSuffix("ed"),
      let run = NameRun.find(in: words).first, !run.isPossessive,
      words[(words.startIndex + 1)..<run.range.lowerBound].allSatisfy({
        Vocabulary.titles.contains($0.folded) || Vocabulary.roles.contains($0.folded)
      })
    else { return nil }
    var found = Attribution(speaker: .named(run.titled), length: length(of: words, in: text))
    let role = role(words[(words.startIndex + 1)..<run.range.lowerBound], in: text)
    found.finish(words, afterVerb: run.range.upperBound, verb: verb.folded, role: role, in: text)
    return found
  }

  /// A word in lower case that can be a verb with a subject before it.
  private static func isVerb(_ word: Word) -> Bool {
    let auxiliaries = [
      "has", "had", "does", "did", "will", "would", "can", "could", "this", "his", "its", "who", "whose",
    ]
    return word.text.first?.isLowercase == true && !Vocabulary.isFunctionWord(word.folded)
      && !Vocabulary.determiners.contains(word.folded) && !auxiliaries.contains(word.folded) && !word.isPossessive
  }
}
