/// The character classes of twitter-text's link rules.
enum LinkCharacters {
  static let protocols: [Scalars] = ["https://", "http://"].map(\.scalarValues)

  static let shortener: Scalars = "t.co".scalarValues

  /// Letters and digits of any script: everything but punctuation, blanks and controls (`validDomainChars`).
  static func isDomain(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0..<0x80: false
    case 0x80...0xA0, 0x1680, 0x180E, 0x2000...0x206F, 0x3000, 0xFEFF, 0xFFFE, 0xFFFF, 0xFF01...0xFF20: false
    default: true
    }
  }

  /// Whether a link may stand right behind this scalar (`validUrlPrecedingChars`).
  static func mayPrecede(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x40, 0xFF20, 0x24, 0x23, 0xFF03, 0xFFFE, 0xFEFF, 0xFFFF: false
    default: true
    }
  }

  /// Accented letters of Latin that count as letters in paths and bare domains (`latinAccentChars`).
  static func isLatinAccent(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x253, 0x254, 0x256, 0x257, 0x259, 0x25B, 0x263, 0x268, 0x26F, 0x272,
      0x289, 0x28B, 0x2BB, 0x300...0x36F, 0x1E00...0x1EFF:
      true
    default: false
    }
  }

  private static func isLetterOfPath(_ scalar: UInt32) -> Bool {
    scalar.isASCIIAlphanumeric || (0x400...0x4FF).contains(scalar) || isLatinAccent(scalar)
  }

  private static let pathSigns = ASCIISigns("!*';:=+,.$/%#[]-_~@|&")
  private static let pathEndSigns = ASCIISigns("+-=_#/")
  private static let querySigns = ASCIISigns("!?*'@();:&=+$/%#[]-_.,~|")
  private static let queryEndSigns = ASCIISigns("-_&=#/")

  static func isPath(_ scalar: UInt32) -> Bool {
    // Beside the signs of ASCII the en dash.
    isLetterOfPath(scalar) || pathSigns.contains(scalar) || scalar == 0x2013
  }

  static func mayEndPath(_ scalar: UInt32) -> Bool { isLetterOfPath(scalar) || pathEndSigns.contains(scalar) }

  static func isQuery(_ scalar: UInt32) -> Bool { scalar.isASCIIAlphanumeric || querySigns.contains(scalar) }

  static func mayEndQuery(_ scalar: UInt32) -> Bool { scalar.isASCIIAlphanumeric || queryEndSigns.contains(scalar) }
}

/// Some signs of ASCII, a bit for each.
private struct ASCIISigns {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init(_ signs: String) {
    for byte in signs.utf8 {
      if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte - 64) }
    }
  }

  func contains(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0..<64: low & 1 << UInt64(scalar) != 0
    case 64..<128: high & 1 << UInt64(scalar - 64) != 0
    default: false
    }
  }
}
