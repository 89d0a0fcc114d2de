/// A word of a sentence with the punctuation around it.
struct Word: Hashable {
  /// The word alone, without a possessive ending.
  var text: String
  /// The word with that ending.
  var written: String
  /// The word in lower case.
  var folded: String
  /// Marks before it, such as an opening bracket.
  var before: String
  /// Marks behind it, such as a comma.
  var after: String
  var isPossessive: Bool
  /// The word with its marks, in the text that was split.
  var range: Range<String.Index>

  var isCapitalised: Bool { text.first?.isUppercase ?? false }
  var endsClause: Bool { after.contains { ",;:–—".contains($0) } }

  /// `Jr` and the like behind a name.
  var isGeneration: Bool { ["jr", "sr"].contains(folded) && isCapitalised }

  /// Whether a sentence can end here: a full stop behind an abbreviation or an initial ends none.
  var endsSentence: Bool {
    if after.contains(where: { "!?…".contains($0) }) { return true }
    guard after.contains(".") else { return false }
    return !isInitial && !Self.abbreviations.contains(folded)
  }

  /// `J.` and `J.R.` of a name.
  var isInitial: Bool {
    after.hasPrefix(".") && (text.count == 1 || !Self.abbreviations.contains(folded))
      && text.split(separator: ".").allSatisfy { $0.count == 1 && $0.first?.isUppercase == true }
  }

  private static let abbreviations: Set<String> = [
    "mr", "mrs", "ms", "dr", "prof", "st", "jr", "sr", "vs", "v", "no", "nr", "gen", "sen", "rep", "gov", "capt", "lt",
    "e.g", "i.e", "u.s", "u.k", "a.m", "p.m", "approx", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept",
    "oct", "nov", "dec", "cllr", "rev", "sgt", "col", "maj", "hon", "cmdr", "insp", "supt", "pres", "ald", "messrs",
    "bl.a", "f.eks", "ca", "bzw", "z.b", "d.h", "mme", "mlle", "sra", "srta", "hr",
  ]
}

extension Word {
  /// The words of a text.
  static func split(_ text: String) -> [Word] {
    var words: [Word] = []
    var index = text.startIndex
    while index < text.endIndex {
      if text[index].isSpace {
        index = text.index(after: index)
        continue
      }
      let end = text[index...].firstIndex { $0.isSpace } ?? text.endIndex
      if let word = Word(text[index..<end]) {
        // `Martin Luther King, Jr.` is one name.
        if word.isGeneration, let last = words.indices.last, words[last].after == "," { words[last].after = "" }
        words.append(word)
      } else if let last = words.indices.last {
        words[last].after += text[index..<end]
        words[last].range = words[last].range.lowerBound..<end
      }
      index = end
    }
    return words
  }

  /// A word, or nil for a run of marks alone, such as a dash between spaces.
  private init?(_ token: Substring) {
    guard let first = token.firstIndex(where: { $0.isLetterOrNumber || $0 == "@" }),
      let last = token.lastIndex(where: { $0.isLetterOrNumber })
    else { return nil }
    var core = token[first...max(first, last)]
    isPossessive = false
    written = String(core)
    for ending in ["'s", "’s"] where core.hasSuffix(ending) && core.count > 2 {
      core = core.dropLast(2)
      isPossessive = true
    }
    text = String(core)
    folded = text.lowercased()
    before = String(token[..<first])
    after = String(token[token.index(after: max(first, last))...])
    if !isPossessive, text.hasSuffix("s"), after.hasPrefix("’") || after.hasPrefix("'") { isPossessive = true }
    range = token.startIndex..<token.endIndex
  }
}

/// What most characters of a text are told by their first byte, for which the tables of Unicode take long.
extension Character {
  fileprivate var isSpace: Bool {
    guard let byte = utf8.first, byte < 0x80 else { return isWhitespace }
    return byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  fileprivate var isLetterOrNumber: Bool {
    guard let byte = utf8.first, byte < 0x80 else { return isLetter || isNumber }
    return (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }
}

extension [Word] {
  /// The sentences of a text, one after the other.
  var sentences: [ArraySlice<Word>] {
    var sentences: [ArraySlice<Word>] = []
    var start = 0
    for index in indices where self[index].endsSentence {
      let next = index + 1
      if next < count, self[next].before.isEmpty, self[next].text.first?.isLowercase == true { continue }
      sentences.append(self[start..<next])
      start = next
    }
    if start < count { sentences.append(self[start...]) }
    return sentences
  }
}
