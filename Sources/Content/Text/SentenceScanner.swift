/// Finds where sentences end.
///
/// A full stop ends a sentence when a blank and then something other than a small letter follow, and when the word
/// before it is no initial, no number of one or two digits and no common abbreviation.
enum SentenceScanner {
  private static let abbreviations: Set<Substring> = [
    "St", "Mr", "Mrs", "Ms", "Dr", "Prof", "Jr", "Sr", "vs", "No", "Nos", "approx", "ca", "c", "etc", "e.g", "i.e",
    "a.m", "p.m", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", "Inc", "Ltd",
    "bzw", "bl.a", "nr", "Nr", "kl", "Mme", "M", "Sra", "av", "d.h", "z.B", "ca",
  ]

  private static let closers: Set<Character> = ["”", "’", "\"", "'", ")", "]", "»", "“", "*", "_"]

  /// The end of the first sentence, or of the first paragraph when that comes sooner.
  static func firstEnd(in text: String) -> String.Index {
    let paragraph = text.firstRange(of: "\n\n")?.lowerBound ?? text.endIndex
    return ends(in: text[..<paragraph]).first ?? paragraph
  }

  /// The places right behind each sentence that others follow.
  static func ends(in text: Substring) -> [Substring.Index] {
    var ends: [Substring.Index] = []
    var index = text.startIndex
    while let mark = text[index...].firstIndex(where: { ".!?…".contains($0) }) {
      var end = text.index(after: mark)
      while end < text.endIndex, ".!?…".contains(text[end]) || closers.contains(text[end]) {
        end = text.index(after: end)
      }
      index = end
      guard end < text.endIndex, text[end].isWhitespace else { continue }
      let next = text[end...].first { !$0.isWhitespace }
      if next?.isLowercase ?? true { continue }
      if text[mark] == ".", !mayEnd(wordBefore: mark, in: text) { continue }
      ends.append(end)
    }
    return ends
  }

  private static func mayEnd(wordBefore stop: Substring.Index, in text: Substring) -> Bool {
    let start =
      text[..<stop].lastIndex { $0.isWhitespace || $0 == "(" }.map { text.index(after: $0) } ?? text.startIndex
    let word = text[start..<stop]
    if word.count == 1, word.first?.isLetter ?? false { return false }
    if word.count <= 2, word.allSatisfy(\.isNumber) { return false }
    return !abbreviations.contains(word)
  }
}
