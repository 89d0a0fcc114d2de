/// Tags of a timeline as hashtags.
enum Hashtag {
  /// The tag in CamelCase without blanks and signs, so that screen readers read its words; nil where nothing is left
  /// that networks take for a hashtag: digits alone are none.
  static func from(tag: String) -> String? {
    if isWord(tag) { return capitalized(tag[...]) }
    let words = tag.split { !$0.isLetter && !$0.isNumber }
    let joined = words.map(capitalized).joined()
    return joined.contains(where: \.isLetter) ? joined : nil
  }

  /// The hashtags of some tags, in their order, none twice in whatever case.
  static func from(tags: [String], most: Int) -> [String] {
    var seen: Set<String> = []
    var hashtags: [String] = []
    for tag in tags where hashtags.count < most {
      if let hashtag = from(tag: tag), seen.insert(hashtag.lowercased()).inserted { hashtags.append(hashtag) }
    }
    return hashtags
  }

  /// Whether a tag is one word of Latin letters, as most are.
  private static func isWord(_ tag: String) -> Bool {
    !tag.isEmpty && tag.utf8.allSatisfy { (0x61...0x7A).contains($0 | 0x20) }
  }

  /// A word with a capital of its own, as in `iPhone`, stays as it is.
  private static func capitalized(_ word: Substring) -> String {
    word.contains(where: \.isUppercase) ? String(word) : word.prefix(1).uppercased() + word.dropFirst()
  }
}
