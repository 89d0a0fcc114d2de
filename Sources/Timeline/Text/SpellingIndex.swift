/// Finds the words that differ from a word by few letters, without comparing it with all of them.
///
/// Two words within one edit have a common form with at most one letter left out of each (the symmetric deletes of
/// SymSpell, W. Garbe, 2012); for long words two letters are left out. The first letter always counts.
struct SpellingIndex {
  /// More words than this with one common form are no names.
  private static let mostWords = 8

  private var words: [String: [String]] = [:]

  init(_ words: [String]) {
    for word in words {
      for form in Self.forms(of: word) where self.words[form, default: []].count < Self.mostWords {
        self.words[form, default: []].append(word)
      }
    }
  }

  /// Candidates for a slip, in no order; the caller measures the distance.
  func near(_ word: String) -> Set<String> {
    Set(Self.forms(of: word).flatMap { words[$0] ?? [] }).subtracting([word])
  }

  private static func forms(of word: String) -> Set<String> {
    guard word.count <= 40 else { return [] }
    let shorter = withoutOne(word)
    let shortest = word.count >= 8 ? shorter.reduce(into: Set<String>()) { $0.formUnion(withoutOne($1)) } : []
    return shorter.union(shortest).union([word])
  }

  private static func withoutOne(_ word: String) -> Set<String> {
    Set(
      word.indices.dropFirst().map { index in
        var shorter = word
        shorter.remove(at: index)
        return shorter
      })
  }
}
