/// Plain text as Markdown that reads the same.
package enum MarkdownText {
  /// Escapes what CommonMark would take for markup, and nothing else, so that the text stays as it was to the eye.
  package static func escaped(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { escapedLine($0) }.joined(separator: "\n")
  }

  private static func escapedLine(_ line: Substring) -> String {
    protectedStart(escapedInline(line))
  }

  /// A part of a line: what would begin a block at the start of a line is left as it is.
  static func escapedInline(_ line: Substring) -> String {
    let bytes = Array(line.utf8)
    guard bytes.contains(where: isSpecial) else { return String(line) }
    let hasLinkMarks = bytes.indices.dropLast().contains { index in
      bytes[index] == UInt8(ascii: "]") && "([:".utf8.contains(bytes[index + 1])
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 8)
    for (index, byte) in bytes.enumerated() {
      if needsEscape(at: index, in: bytes, hasLinkMarks) { result.append(UInt8(ascii: "\\")) }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    "\\`*_[<&~#>+-=|.):!".utf8.contains(byte)
  }

  private static func needsEscape(at index: Int, in bytes: [UInt8], _ hasLinkMarks: Bool) -> Bool {
    let next = index + 1 < bytes.count ? bytes[index + 1] : UInt8(ascii: " ")
    let previous = index > 0 ? bytes[index - 1] : UInt8(ascii: " ")
    switch bytes[index] {
    case UInt8(ascii: "`"), UInt8(ascii: "*"): return true
    case UInt8(ascii: "\\"): return isPunctuation(next)
    case UInt8(ascii: "_"): return !(isWordByte(previous) && isWordByte(next))
    case UInt8(ascii: "<"): return isWordByte(next) || "/!?".utf8.contains(next)
    case UInt8(ascii: "["): return hasLinkMarks
    case UInt8(ascii: "&"): return next == UInt8(ascii: "#") || isEntity(bytes[(index + 1)...])
    case UInt8(ascii: "~"): return next == UInt8(ascii: "~") || previous == UInt8(ascii: "~")
    default: return false
    }
  }

  private static func isEntity(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let end = bytes.prefix(32).firstIndex(of: UInt8(ascii: ";")) else { return false }
    return end > bytes.startIndex && bytes[..<end].allSatisfy(isWordByte)
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte >= 0x80
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    (33...47).contains(byte) || (58...64).contains(byte) || (91...96).contains(byte) || (123...126).contains(byte)
  }

  /// A line that would begin a heading, a quotation, a list or a rule, so that it begins a paragraph.
  static func protectedStart(_ line: String) -> String {
    guard let first = line.first else { return line }
    let rest = line.dropFirst()
    switch first {
    case "#": return rest.drop { $0 == "#" }.first.map { $0 == " " } ?? true ? "\\" + line : line
    case ">", "|": return "\\" + line
    case "-", "+", "=":
      let isRule = line.allSatisfy { $0 == first || $0 == " " }
      return rest.first == " " || isRule ? "\\" + line : line
    case "~": return line
    default: break
    }
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    guard (1...9).contains(digits.count), let mark = line.dropFirst(digits.count).first, mark == "." || mark == ")",
      line.dropFirst(digits.count + 1).first.map({ $0 == " " }) ?? true
    else { return line }
    return digits + "\\" + line.dropFirst(digits.count)
  }

  /// A Markdown link; the target is in angle brackets where it could end too early.
  static func link(_ markdown: String, to url: String) -> String {
    "[\(markdown)](\(target(url)))"
  }

  /// The target of a link or an image.
  static func target(_ url: String) -> String {
    var safe = ""
    for character in url where !character.isNewline {
      switch character {
      case "<": safe += "%3C"
      case ">": safe += "%3E"
      case " ", "\t": safe += "%20"
      case "\\": safe += "%5C"
      default: safe.append(character)
      }
    }
    return safe.contains("(") || safe.contains(")") ? "<\(safe)>" : safe
  }
}
