/// A content line of a calendar: `NAME;PARAM=VALUE:VALUE` (RFC 5545, 3.1), with the line of the file that it begins on.
struct ICSLine: Hashable {
  /// In upper case.
  var name: String
  /// The parameters by their names in upper case; of several values the first.
  var parameters: [String: String] = [:]
  /// As it stands, escapes included.
  var value: String
  var line: Int

  /// Reads an unfolded line; nil for one without a colon.
  ///
  /// A parameter without a name or a value is passed over, as calendars in the wild have them.
  init?(_ text: String, line: Int) {
    self.line = line
    var parts: [String] = [""]
    var isQuoted = false
    var rest: Substring?
    for index in text.indices {
      let character = text[index]
      if character == "\"" { isQuoted.toggle() }
      if !isQuoted, character == ":" {
        rest = text[text.index(after: index)...]
        break
      }
      if !isQuoted, character == ";" { parts.append("") } else { parts[parts.count - 1].append(character) }
    }
    guard let rest, let name = parts.first, !name.isEmpty else { return nil }
    self.name = name.uppercased()
    value = String(rest)
    for part in parts.dropFirst() {
      guard let equals = part.firstIndex(of: "="), equals > part.startIndex else { continue }
      let key = part[..<equals].uppercased()
      parameters[key] = Self.parameter(part[part.index(after: equals)...])
    }
  }

  /// A parameter's value without quotation marks; `^n`, `^^` and `^'` are escapes (RFC 6868).
  private static func parameter(_ text: Substring) -> String {
    let words = text.filter { $0 != "\"" }
    guard words.contains("^") else { return words }
    var result = ""
    var isEscape = false
    for character in words {
      if isEscape {
        result += ["n": "\n", "^": "^", "'": "\""][character] ?? "^\(character)"
        isEscape = false
      } else if character == "^" {
        isEscape = true
      } else {
        result.append(character)
      }
    }
    return isEscape ? result + "^" : result
  }

  /// The value as TEXT: `\n` is a line break, and a backslash goes before commas, semicolons and itself (RFC 5545, 3.3.11).
  var text: String { Self.unescaped(value[...]) }

  /// The values of a list that commas part.
  var texts: [String] {
    var parts: [Substring] = []
    var start = value.startIndex
    var isEscape = false
    for index in value.indices {
      if isEscape {
        isEscape = false
      } else if value[index] == "\\" {
        isEscape = true
      } else if value[index] == "," {
        parts.append(value[start..<index])
        start = value.index(after: index)
      }
    }
    parts.append(value[start...])
    return parts.map { Self.unescaped($0) }.filter { !$0.isEmpty }
  }

  private static func unescaped(_ text: Substring) -> String {
    guard text.contains("\\") else { return String(text) }
    var result = ""
    var isEscape = false
    for character in text {
      if isEscape {
        result.append(character == "n" || character == "N" ? "\n" : character)
        isEscape = false
      } else if character == "\\" {
        isEscape = true
      } else {
        result.append(character)
      }
    }
    return result
  }
}

extension ICSLine {
  /// The content lines of a calendar, and the lines of the file that are none.
  ///
  /// Lines are unfolded as bytes, since a fold may stand within a character (RFC 5545, 3.1). Empty lines do not count.
  static func read(_ bytes: [UInt8]) -> (lines: [ICSLine], broken: [Int]) {
    var lines: [ICSLine] = []
    var broken: [Int] = []
    var current: [UInt8] = []
    var first = 1
    var number = 0
    func finish() {
      defer { current = [] }
      guard current.contains(where: { $0 != 0x20 && $0 != 0x09 }) else { return }
      if let line = ICSLine(String(decoding: current, as: UTF8.self), line: first) {
        lines.append(line)
      } else {
        broken.append(first)
      }
    }
    let source = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    for part in source.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      let text = part.last == UInt8(ascii: "\r") ? part.dropLast() : part
      if text.isEmpty { continue }
      if !current.isEmpty, text.first == 0x20 || text.first == 0x09 {
        current += text.dropFirst()
      } else {
        finish()
        first = number
        current = Array(text)
      }
    }
    finish()
    return (lines, broken)
  }
}
