/// Capitalised words next to each other in a sentence: a name, perhaps.
struct NameRun: Hashable {
  /// The words, as indices of the sentence's slice.
  var range: Range<Int>
  /// The words with a space between them.
  var text: String
  var isPossessive: Bool
  /// The run begins with the first word of the sentence.
  var isAtStart: Bool

  /// The runs of a sentence; words that merely begin a sentence or title a person are left out.
  static func find(in sentence: ArraySlice<Word>) -> [NameRun] {
    var runs: [NameRun] = []
    var index = sentence.startIndex
    while index < sentence.endIndex {
      guard isNamePart(at: index, in: sentence) else {
        index += 1
        continue
      }
      let end = endOfRun(from: index, in: sentence)
      runs.append(
        NameRun(
          range: index..<end, text: sentence[index..<end].map(\.text).joined(separator: " "),
          isPossessive: sentence[end - 1].isPossessive, isAtStart: index == sentence.startIndex))
      index = end
    }
    return runs
  }

  private static func endOfRun(from start: Int, in sentence: ArraySlice<Word>) -> Int {
    var end = start + 1
    while end < sentence.endIndex, sentence[end - 1].after.isEmpty || isInitial(sentence[end - 1]),
      !sentence[end - 1].isPossessive, sentence[end].before.isEmpty
    {
      if isNamePart(at: end, in: sentence) {
        end += 1
        continue
      }
      var next = end
      while next < sentence.endIndex, next - end < 3, Vocabulary.particles.contains(sentence[next].text),
        sentence[next].after.isEmpty
      {
        next += 1
      }
      guard next > end, next < sentence.endIndex, isNamePart(at: next, in: sentence),
        sentence[next].before.isEmpty
      else { break }
      end = next + 1
    }
    return end
  }

  /// An office or occupation before a name or behind an article.
  private static func isRole(at index: Int, in sentence: ArraySlice<Word>) -> Bool {
    guard Vocabulary.roles.contains(sentence[index].folded) else { return false }
    let next = index + 1
    let isAbbreviated = sentence[index].after == "."
    if next < sentence.endIndex, sentence[index].after.isEmpty || isAbbreviated, sentence[next].isCapitalised {
      return true
    }
    return index > sentence.startIndex && Vocabulary.determiners.contains(sentence[index - 1].folded)
  }

  private static func isInitial(_ word: Word) -> Bool {
    word.after == "." && word.text.count == 1
  }

  private static func isNamePart(at index: Int, in sentence: ArraySlice<Word>) -> Bool {
    let word = sentence[index]
    if word.text.first == "@", word.text.count > 1 { return true }
    guard word.isCapitalised, word.text.contains(where: \.isLetter) else { return false }
    if Vocabulary.titles.contains(word.folded) || isRole(at: index, in: sentence) { return false }
    let isFirst = index == sentence.startIndex
    let stem = String(word.folded.prefix { $0 != "'" && $0 != "’" })
    if Vocabulary.firstNamesToo.contains(stem) {
      return !isFirst || index + 1 < sentence.endIndex && sentence[index + 1].isCapitalised
    }
    return !Vocabulary.sentenceOpeners.contains(stem) || !isFirst && Vocabulary.particles.contains(word.folded)
  }
}
