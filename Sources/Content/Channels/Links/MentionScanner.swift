/// Finds mentions in a text.
enum MentionScanner {
  /// The ranges of `@host` in every `@user@host`, which Mastodon does not count.
  ///
  /// A mention may not stand right behind a letter, a digit, `_` or `/` (`MENTION_RE` in Mastodon's `account.rb`).
  static func servers(in scalars: Scalars) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while let start = scalars[index...].firstIndex(of: UInt32(ascii: "@")) {
      index = start + 1
      if start > 0, isWord(scalars[start - 1]) || scalars[start - 1] == UInt32(ascii: "/") { continue }
      let user = end(in: scalars, from: start + 1, of: { isWord($0) || $0 == 0x2E || $0 == 0x2D })
      guard user > start + 1, user < scalars.count, scalars[user] == UInt32(ascii: "@") else { continue }
      var host = end(in: scalars, from: user + 1, of: { isWord($0) || $0 == 0x2E || $0 == 0x2D || $0 > 0x7F })
      while host > user + 1, !isWord(scalars[host - 1]) { host -= 1 }
      guard host > user + 1 else { continue }
      found.append(user..<host)
      index = host
    }
    return found
  }

  /// The ranges of the mentions that X would link, lists among them, as in `@name` and `@name/list`.
  ///
  /// After `validMentionOrList.js` and `extractMentionsOrListsWithIndices.js` of twitter-text (commit 30e2430).
  static func mentions(in scalars: Scalars) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var consumed = 0
    var index = 0
    while let start = scalars[index...].firstIndex(where: isAt) {
      index = start + 1
      guard mayBegin(at: start, in: scalars, from: consumed) else { continue }
      let name = end(in: scalars, from: start + 1, most: 20, of: isWord)
      guard name > start + 1 else { continue }
      var mentionEnd = name
      if name + 1 < scalars.count, scalars[name] == 0x2F, scalars[name + 1].isASCIILetter {
        mentionEnd = end(in: scalars, from: name + 2, most: 24) { isWord($0) || $0 == 0x2D }
      }
      consumed = mentionEnd
      index = mentionEnd
      if mayFollow(scalars[mentionEnd...]) { found.append(start..<mentionEnd) }
    }
    return found
  }

  private static func isAt(_ scalar: UInt32) -> Bool { scalar == 0x40 || scalar == 0xFF20 }

  /// Behind a letter, a digit or one of some signs no mention begins, but for `RT`.
  private static func mayBegin(at start: Int, in scalars: Scalars, from consumed: Int) -> Bool {
    guard start > 0 else { return true }
    guard start > consumed else { return false }
    let previous = scalars[start - 1]
    if !isWord(previous), !isAt(previous), !"!#$%&*".unicodeScalars.contains(where: { $0.value == previous }) {
      return true
    }
    guard start >= consumed + 2, previous | 0x20 == 0x74, scalars[start - 2] | 0x20 == 0x72 else { return false }
    guard start > 2 else { return true }
    let before = scalars[start - 3]
    return !isWord(before) && !"+~.-".unicodeScalars.contains { $0.value == before }
  }

  /// What stands behind a mention must not make something else of it, as in `@a@example.org` or `@http://`.
  private static func mayFollow(_ rest: ArraySlice<UInt32>) -> Bool {
    guard let next = rest.first else { return true }
    if isAt(next) || LinkCharacters.isLatinAccent(next) { return false }
    return !rest.starts(with: [0x3A, 0x2F, 0x2F])
  }

  private static func isWord(_ scalar: UInt32) -> Bool {
    scalar.isASCIIAlphanumeric || scalar == UInt32(ascii: "_")
  }

  private static func end(
    in scalars: Scalars, from start: Int, most: Int = .max, of isInside: (UInt32) -> Bool
  ) -> Int {
    var end = start
    while end < scalars.count, end - start < most, isInside(scalars[end]) { end += 1 }
    return end
  }
}
