extension Draft {
  /// The whole file: front matter and text.
  package var file: String {
    var lines = ["---", "id: \(YAMLScalar.written(id))", "kind: \(kind.rawValue)"]
    if kind == .post { lines.append("channel: \(YAMLScalar.written(channel))") }
    lines.append("status: \(status.rawValue)")
    if let subject { lines.append("subject: \(YAMLScalar.written(subject))") }
    if let preheader { lines.append("preheader: \(YAMLScalar.written(preheader))") }
    lines.append(kind == .post ? "date: \(period.first)" : "period: \(period)")
    lines.append("entries: [\(entries.map(YAMLScalar.writtenInList).joined(separator: ", "))]")
    for (key, hash) in [
      ("generated", generated), ("generatedHead", generatedHead), ("approved", approved),
      ("approvedHead", approvedHead),
    ] {
      if let hash { lines.append("\(key): \(hash)") }
    }
    lines += unknown
    lines.append("---")
    return lines.joined(separator: "\n") + "\n" + text
  }
}

/// Strings as YAML scalars on one line.
enum YAMLScalar {
  /// `text` as the value of a key: plain where that is safe, in double quotes where it is not.
  static func written(_ text: String) -> String {
    isPlain(text, forbidding: []) ? text : quoted(text)
  }

  /// `text` as an item of a list in brackets.
  static func writtenInList(_ text: String) -> String {
    isPlain(text, forbidding: Array(",[]{}".utf8)) ? text : quoted(text)
  }

  /// Whether YAML 1.2 reads the plain scalar as this very string (section 7.3.3, and the core schema's other types).
  private static func isPlain(_ text: String, forbidding others: [UInt8]) -> Bool {
    guard let first = text.utf8.first, text.utf8.last != 0x20, text.utf8.last != UInt8(ascii: ":") else { return false }
    let isLetter = (65...90).contains(first) || (97...122).contains(first) || first >= 0xC3
    let isDate = (48...57).contains(first) && text.utf8.contains(UInt8(ascii: "-")) && text.utf8.count > 9
    guard isLetter || isDate else { return false }
    guard !["true", "false", "null", "yes", "no", "on", "off", "y", "n"].contains(text.lowercased()) else {
      return false
    }
    guard !others.contains(where: text.utf8.contains) else { return false }
    guard !text.unicodeScalars.contains(where: needsEscape) else { return false }
    var previous: UInt8 = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "#") && previous == 0x20 { return false }
      if byte == 0x20 && previous == UInt8(ascii: ":") { return false }
      previous = byte
    }
    return true
  }

  /// Controls, line ends of Unicode, and what YAML does not count as printable (section 5.1).
  private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  private static func quoted(_ text: String) -> String {
    var written = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": written += "\\\""
      case "\\": written += "\\\\"
      case "\n": written += "\\n"
      case "\t": written += "\\t"
      case _ where needsEscape(scalar):
        let digits = String(scalar.value, radix: 16, uppercase: true)
        written += "\\u" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
      default: written.unicodeScalars.append(scalar)
      }
    }
    return written + "\""
  }
}
