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

  private static func isWord(_ scalar: UInt32) -> Bool {
    scalar.isASCIIAlphanumeric || scalar == UInt32(ascii: "_")
  }

  private static func end(in scalars: Scalars, from start: Int, of isInside: (UInt32) -> Bool) -> Int {
    var end = start
    while end < scalars.count, isInside(scalars[end]) { end += 1 }
    return end
  }
}
