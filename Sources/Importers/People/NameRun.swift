/// Capitalised words next to each other in a sentence: a name, perhaps.
struct NameRun: Hashable {
  /// The words, as indices of the sentence's slice.
  var range: Range<Int>
  /// The words with a space between them.
  var text: String
  var isPossessive: Bool
  /// The form of address before a surname.
  private var title: String?
  /// Whom that form of address is for.
  private(set) var kind: FormOfAddress.Kind?
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
      let start = startOfRun(at: index, behind: runs.last?.range.upperBound ?? sentence.startIndex, in: sentence)
      runs.append(NameRun(start..<end, in: sentence))
      index = end
    }
    return runs
  }

  private init(_ range: Range<Int>, in sentence: ArraySlice<Word>) {
    self.range = range
    text = range.map { Self.written(at: $0, in: sentence) }.joined(separator: " ")
    isPossessive = sentence[range.upperBound - 1].isPossessive
    isAtStart = range.lowerBound == sentence.startIndex
    guard !isAtStart, let kind = FormOfAddress.kind(of: sentence[range.lowerBound - 1].folded) else { return }
    // `Mrs. Colin Reed`
    guard range.count == 1 || FormOfAddress.kind(ofPerson: text).map({ $0 != kind }) == true else { return }
    let word = sentence[range.lowerBound - 1]
    self.kind = kind
    title = word.after == "." ? word.written + "." : word.after.isEmpty ? word.written : nil
  }

  /// The name with the form of address before a surname: `Mrs. Reed`.
  var titled: String { title.map { "\($0) \(text)" } ?? text }

  /// Where the name begins with its form of address.
  var start: Int { title == nil ? range.lowerBound : range.lowerBound - 1 }

  /// The first words of the run, up to the word at `index`.
  func ending(at index: Int, in sentence: ArraySlice<Word>) -> NameRun {
    NameRun(range.lowerBound..<index, in: sentence)
  }

  /// A word of a name; an initial keeps its full stop unless it ends the sentence.
  private static func written(at index: Int, in sentence: ArraySlice<Word>) -> String {
    let isInside = index + 1 < sentence.endIndex
    return isInside && sentence[index].isInitial && !sentence[index].isPossessive
      ? sentence[index].text + "." : sentence[index].text
  }

  /// Where a name begins whose small words stand before it: `van der Berg`, and `dijo de Vega` behind a verb of speech.
  private static func startOfRun(at index: Int, behind earliest: Int, in sentence: ArraySlice<Word>) -> Int {
    var start = index
    while start > earliest, index - start < 3, Vocabulary.particles.contains(sentence[start - 1].text),
      sentence[start - 1].after.isEmpty
    {
      start -= 1
    }
    guard start < index else { return index }
    if sentence[start].text == "van" { return start }
    let isAlone = index - start == 1 && ["von", "de", "di", "da"].contains(sentence[start].text)
    let isFree = start == sentence.startIndex || Vocabulary.isSpeech(sentence[start - 1].folded)
    return isAlone && isFree ? start : index
  }

  private static func endOfRun(from start: Int, in sentence: ArraySlice<Word>) -> Int {
    var end = start + 1
    while end < sentence.endIndex, sentence[end - 1].after.isEmpty || sentence[end - 1].isInitial,
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
      // `der` alone is an article: `sagte Kern der Zeitung`.
      let isArticle =
        ["der", "den"].contains(sentence[end].text) && !Vocabulary.particles.contains(sentence[end - 1].folded)
      // `sagte Kern zu Weber`
      let isListener =
        ["zu", "zur"].contains(sentence[end].text) && start > sentence.startIndex
        && Vocabulary.isSpeech(sentence[start - 1].folded)
      guard next > end, !isArticle, !isListener, next < sentence.endIndex, isNamePart(at: next, in: sentence),
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
    // `Rosa Miller Lind` has a name in the middle that others have as an occupation.
    if Vocabulary.occupations.contains(sentence[index].folded), index > sentence.startIndex,
      sentence[index - 1].isCapitalised, sentence[index - 1].after.isEmpty,
      !Vocabulary.sentenceOpeners.contains(sentence[index - 1].folded)
    {
      return false
    }
    let isAbbreviated = sentence[index].after == "."
    if next < sentence.endIndex, sentence[index].after.isEmpty || isAbbreviated, sentence[next].isCapitalised {
      return true
    }
    return index > sentence.startIndex && Vocabulary.determiners.contains(sentence[index - 1].folded)
  }

  /// A rank that is the last part of a name, or alone before its verb: `Martin Luther King`, `King said`.
  private static func isSurname(at index: Int, in sentence: ArraySlice<Word>) -> Bool {
    guard ["king", "prince", "earl", "duke", "baron", "lord"].contains(sentence[index].folded),
      sentence[index].isCapitalised
    else { return false }
    let verb = sentence[index...].dropFirst().first
    guard index > sentence.startIndex else { return verb.map { Vocabulary.speech.contains($0.folded) } ?? true }
    guard sentence[index - 1].isCapitalised, sentence[index - 1].after.isEmpty else { return false }
    let previous = sentence[index - 1].folded
    let isName = !Vocabulary.sentenceOpeners.contains(previous) && !Vocabulary.titles.contains(previous)
    let next = sentence[index...].dropFirst().first
    let isLast = !(next?.isCapitalised ?? false) || !sentence[index].after.isEmpty || next?.isGeneration == true
    return isName && isLast && !Roster.isInstitution(previous)
  }

  /// The verb of `Said Kerr: “…”`, which is a first name elsewhere.
  private static func isLeadingVerb(_ sentence: ArraySlice<Word>) -> Bool {
    guard let verb = sentence.first, verb.after.isEmpty, Vocabulary.speech.contains(verb.folded) else { return false }
    return sentence.dropFirst().prefix(3).contains { $0.after.contains(":") }
  }

  private static func isNamePart(at index: Int, in sentence: ArraySlice<Word>) -> Bool {
    let word = sentence[index]
    if word.text.first == "@", word.text.count > 1 { return true }
    guard word.isCapitalised, word.text.contains(where: \.isLetter) else { return false }
    if isSurname(at: index, in: sentence) { return true }
    if Vocabulary.titles.contains(word.folded) || isRole(at: index, in: sentence) { return false }
    let isFirst = index == sentence.startIndex
    if isFirst, isLeadingVerb(sentence) { return false }
    let stem = String(word.folded.prefix { $0 != "'" && $0 != "’" })
    if Vocabulary.firstNamesToo.contains(stem) {
      return !isFirst || index + 1 < sentence.endIndex && sentence[index + 1].isCapitalised
    }
    return !Vocabulary.sentenceOpeners.contains(stem) || !isFirst && Vocabulary.particles.contains(word.folded)
  }
}
