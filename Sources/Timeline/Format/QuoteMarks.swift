/// The quotation marks around the whole of a text.
///
/// Single marks are left alone: the closing one cannot be told from an apostrophe.
enum QuoteMarks {
  private static let pairs: [(open: Character, close: Character)] = [
    ("“", "”"), ("\"", "\""), ("„", "“"), ("»", "«"), ("«", "»"),
  ]

  /// The text without one pair of marks around it; inside the pair no mark of the same kind may close before the end.
  static func withoutOuter(_ text: String) -> String {
    guard let first = text.utf8.first, first == UInt8(ascii: "\"") || first >= 0xC2, let open = text.first,
      let pair = pairs.first(where: { $0.open == open && text.last == $0.close }), text.count > 1
    else { return text }
    let inside = text.dropFirst().dropLast()
    var depth = 0
    for character in inside {
      if pair.open != pair.close, character == pair.open { depth += 1 }
      if character == pair.close { depth -= 1 }
      if depth < 0 { return text }
    }
    return depth == 0 ? String(inside.trimmingSpaces()) : text
  }
}
