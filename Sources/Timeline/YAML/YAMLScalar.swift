/// Writes single values of YAML.
package enum YAMLScalar {
  /// The text as a plain scalar where YAML cannot take it for anything else, or else in double quotes.
  package static func written(_ text: String) -> String {
    isPlain(text) ? text : quoted(text)
  }

  /// Letters or digits first, and a letter that no number has; behind them also spaces and marks that mean nothing to YAML.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, isLetter(first) || ("0"..."9").contains(first),
      text.utf8.last != UInt8(ascii: " "),
      text.unicodeScalars.contains(where: {
        isLetter($0) && !"abcdefoxABCDEFOX".unicodeScalars.contains($0)
      })
    else { return false }
    let isSafe = text.unicodeScalars.allSatisfy { scalar in
      isLetter(scalar) || "0123456789 .-_/()'’–—".unicodeScalars.contains(scalar)
    }
    guard isSafe, text.utf8.count < 6 else { return isSafe }
    return !["true", "false", "null", "yes", "no", "on", "off", "y", "n"].contains(text.lowercased())
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? (0x61...0x7A).contains(scalar.value | 0x20) : scalar.properties.isAlphabetic
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case _
      where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar == "\u{FEFF}"
        || scalar == "\u{2028}" || scalar == "\u{2029}":
        quoted +=
          "\\u" + String(repeating: "0", count: max(0, 4 - String(scalar.value, radix: 16).count))
          + String(scalar.value, radix: 16)
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
