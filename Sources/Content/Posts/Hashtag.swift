/// Tags of a timeline as hashtags.
enum Hashtag {
  /// The tag in CamelCase without blanks and signs, so that screen readers read its words; nil where nothing is left
  /// that networks take for a hashtag: digits alone are none.
  static func from(tag: String) -> String? {
    if isWord(tag) { return capitalizedWord(tag) }
    let words = tag.filter { !"'’".contains($0) }.split { !$0.isLetter && !$0.isNumber }
    let joined = words.map(capitalized).joined()
    // `C++` is not `C`.
    guard !tag.contains("+"), !tag.contains("#") || tag.first == "#" else { return nil }
    return joined.contains(where: \.isLetter) ? joined : nil
  }

  /// The hashtags of some tags, in their order, none twice in whatever case.
  static func from(tags: [String], most: Int) -> [String] {
    var seen: [String] = []
    var hashtags: [String] = []
    for tag in tags where hashtags.count < most {
      guard let hashtag = from(tag: tag) else { continue }
      let lowercased = hashtag.lowercased()
      guard !seen.contains(lowercased) else { continue }
      seen.append(lowercased)
      hashtags.append(hashtag)
    }
    return hashtags
  }

  /// Whether a tag is one word of Latin letters, as most are.
  private static func isWord(_ tag: String) -> Bool {
    !tag.isEmpty && tag.utf8.allSatisfy { (0x61...0x7A).contains($0 | 0x20) }
  }

  /// ``capitalized(_:)`` of a word of Latin letters.
  private static func capitalizedWord(_ word: String) -> String {
    var bytes = Array(word.utf8)
    if bytes.allSatisfy({ $0 > 0x60 }) { bytes[0] -= 0x20 }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A word with a capital of its own, as in `iPhone`, stays as it is.
  private static func capitalized(_ word: Substring) -> String {
    word.contains(where: \.isUppercase) ? String(word) : word.prefix(1).uppercased() + word.dropFirst()
  }
}
