/// Finds where sentences end.
package enum Sentences {
  /// The first sentence of a text, with its closing marks.
  package static func first(of text: String) -> String {
    split(text, most: 1).first ?? ""
  }

  /// The first sentences that fit in `limit` characters together; one at least.
  package static func leading(of text: String, limit: Int) -> String {
    var kept = ""
    for sentence in split(text, most: 20) {
      let longer = kept.isEmpty ? sentence : kept + " " + sentence
      if !kept.isEmpty, longer.count > limit { break }
      kept = longer
    }
    return kept
  }

  /// The sentences of a text, at most `most` of them; the line breaks of a paragraph count as spaces.
  ///
  /// A full stop ends a sentence when white space and no small letter follow, unless it stands behind an abbreviation or
  /// one letter. A mark of quotation or a bracket behind it belongs to the sentence.
  package static func split(_ text: String, most: Int = .max) -> [String] {
    var sentences: [String] = []
    var start = text.startIndex
    var index = nextMark(in: text, from: start)
    while index < text.endIndex, sentences.count < most {
      let isEnd = isMark(text[index])
      let isParagraphEnd = text[index] == "\n" && text[text.index(after: index)...].first == "\n"
      guard isEnd || isParagraphEnd else {
        index = nextMark(in: text, from: text.index(after: index))
        continue
      }
      let end = isEnd ? endOfMarks(text, from: index) : index
      if isParagraphEnd || ends(text, mark: index, end: end) {
        append(text[start..<end], to: &sentences)
        start = end
      }
      index = nextMark(in: text, from: max(end, text.index(after: index)))
    }
    if sentences.count < most { append(text[start...], to: &sentences) }
    return sentences
  }

  /// The next place at which a sentence may end, from a place between two characters on.
  private static func nextMark(in text: String, from index: String.Index) -> String.Index {
    let next = text.utf8[index...].firstIndex { byte in
      switch byte {
      // A line feed may belong to a carriage return; 0xE2 begins an ellipsis.
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), 0x0A, 0x0D, 0xE2: true
      default: false
      }
    }
    guard let next else { return text.endIndex }
    // A mark that belongs to a character with more in it is none.
    return text.index(before: text.index(after: next)) == next ? next : text.index(after: next)
  }

  private static func append(_ part: Substring, to sentences: inout [String]) {
    let line =
      part.unicodeScalars.contains(where: \.isNewline)
      ? part.split(whereSeparator: \.isNewline).joined(separator: " ")[...] : part
    let sentence = line.trimmingSpaces()
    if !sentence.isEmpty { sentences.append(String(sentence)) }
  }

  private static func isMark(_ character: Character) -> Bool {
    switch character {
    case ".", "!", "?", "…": true
    default: false
    }
  }

  private static func endOfMarks(_ text: String, from index: String.Index) -> String.Index {
    text[index...].firstIndex { character in
      switch character {
      case "\"", "”", "’", "'", "»", ")", "]": false
      default: !isMark(character)
      }
    } ?? text.endIndex
  }

  private static func ends(_ text: String, mark: String.Index, end: String.Index) -> Bool {
    guard end < text.endIndex else { return true }
    guard text[end].isWhitespace else { return false }
    let behind = text[end...].drop { $0.isWhitespace }
    guard let next = behind.first, !next.isLowercase else { return false }
    guard text[mark] == "." else { return true }
    let word = text[..<mark].suffix(while: { $0.isLetter || $0 == "." })
    if word.count == 1 || word.contains(".") { return false }
    if next.isNumber, monthsAndNumbers.contains(word.lowercased()) { return false }
    return !abbreviations.contains(word.lowercased())
  }

  private static let abbreviations: Set = [
    "mr", "mrs", "ms", "dr", "prof", "st", "jr", "sr", "vs", "etc", "inc", "ltd", "co", "gen", "col", "sen", "rep",
    "hr", "fr", "nr", "bl", "ca", "mme", "mlle", "sra",
  ]

  private static let monthsAndNumbers: Set = [
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "no", "nr", "p", "pp", "vol",
    "okt", "dez", "des",
  ]
}

extension Substring {
  fileprivate func suffix(while isWanted: (Character) -> Bool) -> Substring {
    var start = endIndex
    while start > startIndex, isWanted(self[index(before: start)]) { formIndex(before: &start) }
    return self[start...]
  }
}
