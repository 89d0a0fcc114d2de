/// A word, a number or a mark of a text that may begin with a date.
struct DateToken {
  enum Kind: Hashable {
    case number(value: Int, digits: Int)
    /// Letters in lower case, without accents.
    case word(String)
    case mark(Unicode.Scalar)
  }

  var kind: Kind
  /// Where it stands, in UTF-8 bytes.
  var range: Range<Int>
  /// White space stands before it.
  var isSpaced: Bool
}

extension DateToken {
  /// More than the longest date needs; what follows is a title.
  private static let most = 40

  /// The tokens at the start of a text, up to the end of its first line.
  static func scan(_ text: String) -> [DateToken] {
    var tokens: [DateToken] = []
    var isSpaced = false
    var offset = 0
    for scalar in text.unicodeScalars {
      if scalar == "\n" { break }
      let end = offset + UTF8.width(scalar)
      defer { offset = end }
      if scalar.properties.isWhitespace {
        isSpaced = true
        continue
      }
      if let last = tokens.indices.last, !isSpaced, tokens[last].extend(with: scalar, to: end) { continue }
      if tokens.count == most { break }
      tokens.append(DateToken(kind: Kind(scalar), range: offset..<end, isSpaced: isSpaced))
      isSpaced = false
    }
    return tokens
  }

  private mutating func extend(with scalar: Unicode.Scalar, to end: Int) -> Bool {
    switch (kind, Kind(scalar)) {
    case (.number(let value, let digits), .number(let digit, _)) where digits < 15:
      kind = .number(value: value * 10 + digit, digits: digits + 1)
    case (.word(let word), .word(let letter)) where word.utf8.count < 40: kind = .word(word + letter)
    default: return false
    }
    range = range.lowerBound..<end
    return true
  }
}

extension DateToken.Kind {
  fileprivate init(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "0"..."9": self = .number(value: Int(scalar.value) - 48, digits: 1)
    case "a"..."z": self = .word(String(scalar))
    case "A"..."Z": self = .word(String(Unicode.Scalar(UInt8(scalar.value) | 0x20)))
    default: self = scalar.properties.isAlphabetic ? .word(Self.folded(scalar)) : .mark(scalar)
    }
  }

  /// A letter of the Latin-1 block without its accent and in lower case; any other letter as it is.
  private static func folded(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value | 0x20 {
    case 0xE0...0xE5: "a"
    case 0xE7: "c"
    case 0xE8...0xEB: "e"
    case 0xEC...0xEF: "i"
    case 0xF1: "n"
    case 0xF2...0xF6, 0xF8: "o"
    case 0xF9...0xFC: "u"
    default: String(scalar)
    }
  }
}
