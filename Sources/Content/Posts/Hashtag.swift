/// Tags of a timeline as hashtags.
enum Hashtag {
  /// The tag in CamelCase without blanks and signs, so that screen readers read its words; nil where nothing is left
  /// that networks take for a hashtag: digits alone are none.
  static func from(tag: String) -> String? {
    if isWord(tag) { return tag.prefix(1).uppercased() + tag.dropFirst() }
    let words = tag.split { !$0.isLetter && !$0.isNumber }
    let joined = words.map(capitalized).joined()
    return joined.contains(where: \.isLetter) ? joined : nil
  }

  /// The hashtags of some tags, in their order, none twice in whatever case.
  static func from(tags: [String], most: Int) -> [String] {
    var seen: Set<String> = []
    return Array(tags.compactMap(from).filter { seen.insert($0.lowercased()).inserted }.prefix(most))
  }

  /// Whether a tag is one word of small Latin letters, as most are.
  private static func isWord(_ tag: String) -> Bool {
    !tag.isEmpty && tag.utf8.allSatisfy { (0x61...0x7A).contains($0) }
  }

  /// A word with a capital of its own, as in `iPhone`, stays as it is.
  private static func capitalized(_ word: Substring) -> String {
    word.contains(where: \.isUppercase) ? String(word) : word.prefix(1).uppercased() + word.dropFirst()
  }
}
