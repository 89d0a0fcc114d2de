/// A time of a race as a text writes it, as in `8:00.67`.
struct RaceMark {
  enum Form: Hashable {
    /// `3:29.38`
    case point
    /// `8:03:40`, which is hours, minutes and seconds, or a slip.
    case colons
    /// `3:29,38`
    case comma
    /// `3.29.38`
    case points
  }

  var text: String
  var form: Form
  /// The first number: minutes, or hours.
  var first: Int
  fileprivate var piece: TextPiece
  /// Where it stands in the piece, in UTF-8 bytes.
  fileprivate var range: Range<Int>

  var place: TextPlace {
    piece.place(piece.text.utf8.index(piece.text.startIndex, offsetBy: range.lowerBound))
  }
}

extension RaceMark {
  private static let longWords = [
    "marathon", "hour", "stunde", "timer", "heure", "hora", "ultra", "walk", "a.m", "p.m", " am", " pm", "o'clock",
    "gmt",
  ]

  /// The marks of a text.
  static func all(in piece: TextPiece) -> [RaceMark] {
    let bytes = Array(piece.text.utf8)
    var marks: [RaceMark] = []
    var index = 0
    while index < bytes.count {
      guard isDigit(bytes[index]), index == 0 || !isPart(bytes[index - 1]) else {
        index += 1
        continue
      }
      var end = index
      while end < bytes.count, isDigit(bytes[end]) || isSeparator(bytes, end) { end += 1 }
      if end == bytes.count || !isPart(bytes[end]), let form = form(of: bytes[index..<end]) {
        marks.append(mark(bytes, index..<end, form, in: piece))
      }
      index = max(end, index + 1)
    }
    return marks
  }

  private static func mark(_ bytes: [UInt8], _ range: Range<Int>, _ form: Form, in piece: TextPiece) -> RaceMark {
    let text = String(decoding: bytes[range], as: UTF8.self)
    return RaceMark(
      text: text, form: form, first: Int(text.prefix { $0.isNumber }) ?? 0, piece: piece, range: range)
  }

  /// Whether words beside it speak of a long race or of a time of day.
  var isLong: Bool {
    let around = piece.text.utf8.dropFirst(max(0, range.lowerBound - 40)).prefix(range.count + 70)
    let words = String(decoding: around, as: UTF8.self).lowercased()
    return Self.longWords.contains { words.contains($0) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  private static func isPart(_ byte: UInt8) -> Bool {
    isDigit(byte) || (97...122).contains(byte | 0x20) || byte >= 0x80 || byte == UInt8(ascii: "/")
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "=")
  }

  private static func isSeparator(_ bytes: [UInt8], _ index: Int) -> Bool {
    [UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: ",")].contains(bytes[index])
      && index + 1 < bytes.count && isDigit(bytes[index + 1])
  }

  /// Three numbers, the second of two digits below 60, the third of two; `3:29.3` counts as well.
  private static func form(of bytes: ArraySlice<UInt8>) -> Form? {
    let parts = bytes.split { !isDigit($0) }
    let separators = bytes.filter { !isDigit($0) }
    guard parts.count == 3, (1...2).contains(parts[0].count), parts[1].count == 2, parts[1][parts[1].startIndex] < 54
    else { return nil }
    let hundredths = parts[2].count == 2
    switch separators {
    case Array(":.".utf8): return hundredths || parts[2].count == 1 ? .point : nil
    case Array("::".utf8): return hundredths ? .colons : nil
    case Array(":,".utf8): return hundredths ? .comma : nil
    case Array("..".utf8): return hundredths ? .points : nil
    default: return nil
    }
  }
}
