internal import FoundationEssentials

/// Header fields of a message, folded and encoded where they need it.
enum EmailHeader {
  /// The longest line of a field (RFC 5322, 2.1.1 recommends 78).
  private static let longestLine = 76
  /// The bytes of text in one encoded word, so that it stays within 75 characters (RFC 2047, 2).
  private static let bytesInWord = 45

  /// A field of free text, as `Subject`.
  static func text(_ name: String, _ value: String) -> String {
    let line = value.split(whereSeparator: { $0.isNewline }).joined(separator: " ")
    let isPlain = line.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !line.contains("=?")
    return folded(isPlain ? ["\(name): \(line)"] : ["\(name):"] + encodedWords(line))
  }

  /// A field with an address, as `From: The Bell Lap <desk@example.org>`.
  static func address(_ name: String, _ value: String) -> String {
    let line = value.split(whereSeparator: { $0.isNewline }).joined(separator: " ")
    guard let open = line.lastIndex(of: "<"), line.utf8.contains(where: { $0 > 0x7E || $0 < 0x20 }) else {
      return folded([quotingName(of: line, after: name)])
    }
    let display = line[..<open].trimmingCharacters(in: " \"")
    return folded(["\(name):"] + encodedWords(display) + [String(line[open...])])
  }

  /// The display name in quotation marks where RFC 5322 asks for them.
  private static func quotingName(of line: String, after name: String) -> String {
    guard let open = line.lastIndex(of: "<") else { return "\(name): \(line)" }
    let display = line[..<open].trimmingCharacters(in: " \"")
    let isAtom = display.utf8.allSatisfy { byte in
      (65...90).contains(byte) || (97...122).contains(byte) || (48...57).contains(byte) || byte == 0x20
    }
    let shown = isAtom ? display : "\"\(display.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
    return display.isEmpty ? "\(name): \(line[open...])" : "\(name): \(shown) \(line[open...])"
  }

  /// Words of at most 75 characters that never cut a character (RFC 2047, 5).
  private static func encodedWords(_ text: String) -> [String] {
    var words: [String] = []
    var chunk = ""
    for character in text {
      if !chunk.isEmpty, chunk.utf8.count + character.utf8.count > bytesInWord {
        words.append(encodedWord(chunk))
        chunk = ""
      }
      chunk.append(character)
    }
    if !chunk.isEmpty { words.append(encodedWord(chunk)) }
    return words
  }

  private static func encodedWord(_ text: String) -> String {
    "=?utf-8?B?\(Data(text.utf8).base64EncodedString())?="
  }

  /// Joins words and breaks lines before a blank.
  private static func folded(_ parts: [String]) -> String {
    var lines: [String] = []
    var line = ""
    for word in parts.flatMap({ $0.split(separator: " ", omittingEmptySubsequences: false).map(String.init) }) {
      if line.isEmpty && lines.isEmpty {
        line = word
      } else if line.utf8.count + 1 + word.utf8.count > longestLine, !line.allSatisfy({ $0 == " " }) {
        lines.append(line)
        line = " " + word
      } else {
        line += " " + word
      }
    }
    return (lines + [line]).joined(separator: "\r\n")
  }
}

extension Substring {
  fileprivate func trimmingCharacters(in characters: String) -> String {
    let trimmed = drop { characters.contains($0) }
    let end = trimmed.lastIndex { !characters.contains($0) }.map { trimmed.index(after: $0) } ?? trimmed.startIndex
    return String(trimmed[..<end])
  }
}
