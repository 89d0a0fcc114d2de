extension String {
  /// The text with U+FFFD in place of each sign that would move a terminal's cursor or turn its direction; lines stay
  /// lines.
  var withoutControls: String {
    guard unicodeScalars.contains(where: Self.isControl) else { return self }
    var shown = ""
    shown.unicodeScalars.append(contentsOf: unicodeScalars.map { Self.isControl($0) ? "\u{FFFD}" : $0 })
    return shown
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\n", "\t": false
    case "\u{00}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": true
    default: false
    }
  }

  /// The text with nothing in it that moves a terminal's cursor, breaks the line or turns its direction: such signs stand
  /// as `\\n` and `\\u{1B}`.
  var visible: String {
    var shown = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "\n": shown += "\\n"
      case "\r": shown += "\\r"
      case "\t": shown += "\\t"
      case "\\": shown += "\\\\"
      // Controls, line separators, and the marks that turn the direction of what follows.
      case "\u{00}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{200E}", "\u{200F}", "\u{2028}"..."\u{202E}",
        "\u{2066}"..."\u{2069}", "\u{FEFF}":
        shown += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }
}
