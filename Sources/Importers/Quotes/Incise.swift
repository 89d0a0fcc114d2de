/// An attribution within the marks, as French sets it: `« Je pars, dit Petit. La mer attend. »`.
enum Incise {
  /// The speaker whom a clause within the quoted words names; English and German have no such clause.
  static func speaker(in quotation: Passage.Quotation) -> Attribution.Speaker? {
    guard quotation.opening == "«" else { return nil }
    let text = quotation.paragraphs.first ?? ""
    let words = Word.split(String(text.prefix(longest)))
    for index in words.indices.dropFirst() where isBehindMark(index, in: words) {
      let clause = words[index...].prefix(mostWords)
      guard let end = clause.firstIndex(where: { $0.endsClause || $0.endsSentence }) else { continue }
      let phrase = text[words[index].range.lowerBound..<words[end].range.upperBound]
      switch Attribution.after(String(phrase), quoted: ",")?.speaker {
      case .named(let name): return .named(name)
      case .pronoun(let pronoun) where !pronoun.isEmpty: return .pronoun(pronoun)
      default: continue
      }
    }
    return nil
  }

  private static let longest = 2_000
  private static let mostWords = 8

  /// Whether a verb of speech stands behind a comma, an exclamation or a question mark.
  private static func isBehindMark(_ index: Int, in words: [Word]) -> Bool {
    guard words[index - 1].after.contains(where: { ",!?".contains($0) }) else { return false }
    let verb = words[index].folded.split(separator: "-").first.map(String.init) ?? ""
    return Vocabulary.isSpeech(verb) && words[index].text.first?.isLowercase == true
  }
}
