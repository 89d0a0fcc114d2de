/// Finds emoji sequences as Unicode Technical Standard #51 forms them: what a reader sees as one picture.
enum EmojiSequence {
  private static let joiner: UInt32 = 0x200D
  private static let emojiStyle: UInt32 = 0xFE0F
  private static let keycap: UInt32 = 0x20E3

  /// The end of the sequence that begins at `start`; nil when none does.
  static func end(in scalars: Scalars, from start: Int, to limit: Int) -> Int? {
    let first = scalars[start]
    if first < 0xA9 { return keycapEnd(in: scalars, from: start, to: limit) }
    if isRegionalIndicator(first) {
      let next = start + 1
      return next < limit && isRegionalIndicator(scalars[next]) ? next + 1 : next
    }
    guard var end = elementEnd(in: scalars, from: start, to: limit) else { return nil }
    while end + 1 < limit, scalars[end] == joiner,
      let next = elementEnd(in: scalars, from: end + 1, to: limit)
    {
      end = next
    }
    return end
  }

  /// A digit, `#` or `*` with the enclosing keycap.
  private static func keycapEnd(in scalars: Scalars, from start: Int, to limit: Int) -> Int? {
    let first = scalars[start]
    guard first.isASCIIDigit || first == 0x23 || first == 0x2A else { return nil }
    var next = start + 1
    if next < limit, scalars[next] == emojiStyle { next += 1 }
    return next < limit && scalars[next] == keycap ? next + 1 : nil
  }

  /// One emoji with its style, skin tone and tags.
  private static func elementEnd(in scalars: Scalars, from start: Int, to limit: Int) -> Int? {
    let first = scalars[start]
    guard isEmoji(first) else { return nil }
    var end = start + 1
    if end < limit, scalars[end] == emojiStyle {
      end += 1
    } else if first == 0xA9 || first == 0xAE {
      // The signs for copyright and trade mark are text unless the style says otherwise.
      return nil
    }
    if end < limit, (0x1F3FB...0x1F3FF).contains(scalars[end]) { end += 1 }
    while end < limit, (0xE0020...0xE007F).contains(scalars[end]) { end += 1 }
    return end
  }

  private static func isRegionalIndicator(_ scalar: UInt32) -> Bool {
    (0x1F1E6...0x1F1FF).contains(scalar)
  }

  private static func isEmoji(_ scalar: UInt32) -> Bool {
    guard scalar == 0xA9 || scalar == 0xAE || scalar >= 0x203C else { return false }
    return Unicode.Scalar(scalar)?.properties.isEmoji ?? false
  }
}
