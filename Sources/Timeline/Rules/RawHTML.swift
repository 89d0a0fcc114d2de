/// The addresses in the tags of raw HTML.
enum RawHTML {
  private static let attributes: Set = [
    "href", "src", "action", "formaction", "data", "poster", "srcset", "xlink:href",
  ]
  /// Tags are read this far, in bytes.
  private static let longestTag = 4_000

  /// The values of the attributes that hold addresses, each with its place in the text; code spans have no tags.
  static func addresses(in text: String) -> [(value: String, start: String.Index)] {
    guard text.utf8.contains(UInt8(ascii: "<")), text.utf8.contains(UInt8(ascii: "=")) else { return [] }
    let bytes = Array(text.utf8)
    var found: [(String, String.Index)] = []
    var index = 0
    while let open = bytes[index...].firstIndex(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "`") }) {
      index = open + 1
      if bytes[open] == UInt8(ascii: "`") {
        index = endOfCode(from: open, in: bytes)
        continue
      }
      guard index < bytes.count, (97...122).contains(bytes[index] | 0x20) else { continue }
      let limit = min(bytes.count, open + longestTag)
      while index < limit, bytes[index] != UInt8(ascii: ">") {
        guard bytes[index] == UInt8(ascii: "=") else {
          index += 1
          continue
        }
        let name = self.name(before: index, in: bytes)
        let value = self.value(behind: index, in: bytes, limit: limit)
        index = max(index + 1, value.upperBound)
        guard attributes.contains(name) else { continue }
        found.append(
          (
            decoded(String(decoding: bytes[value], as: UTF8.self)),
            text.utf8.index(text.startIndex, offsetBy: value.lowerBound)
          ))
      }
    }
    return found
  }

  /// Behind a code span, which ends at as many marks as it begins with; behind those marks where none do.
  private static func endOfCode(from start: Int, in bytes: [UInt8]) -> Int {
    let count = bytes[start...].prefix { $0 == UInt8(ascii: "`") }.count
    var index = start + count
    let limit = min(bytes.count, start + longestTag)
    while index < limit {
      let run = bytes[index..<limit].prefix { $0 == UInt8(ascii: "`") }.count
      if run == count { return index + run }
      index += max(1, run)
    }
    return start + count
  }

  private static func name(before equals: Int, in bytes: [UInt8]) -> String {
    let isSpace = { (byte: UInt8) in byte <= 0x20 }
    let end = bytes[..<equals].lastIndex { !isSpace($0) } ?? 0
    let start = bytes[..<end].lastIndex { isSpace($0) || "\"'/<".utf8.contains($0) } ?? 0
    return String(decoding: bytes[min(start + 1, end)...end], as: UTF8.self).lowercased()
  }

  private static func value(behind equals: Int, in bytes: [UInt8], limit: Int) -> Range<Int> {
    let start = bytes[(equals + 1)..<limit].firstIndex { $0 > 0x20 } ?? limit
    guard start < limit else { return limit..<limit }
    let mark = bytes[start]
    if mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'") {
      return (start + 1)..<(bytes[(start + 1)..<limit].firstIndex(of: mark) ?? limit)
    }
    return start..<(bytes[start..<limit].firstIndex { $0 <= 0x20 || $0 == UInt8(ascii: ">") } ?? limit)
  }

  /// The value with its numeric character references as characters: `&#106;avascript:` is a script too.
  private static func decoded(_ value: String) -> String {
    guard value.hasByte(UInt8(ascii: "&")) else { return value }
    var text = ""
    var rest = value[...]
    while let start = rest.firstRange(ofExactly: "&#") {
      text += rest[..<start.lowerBound]
      let isHex = rest[start.upperBound...].first.map { $0 == "x" || $0 == "X" } ?? false
      let digits = rest[start.upperBound...].dropFirst(isHex ? 1 : 0).prefix(7).prefix { $0.isHexDigit }
      guard let number = UInt32(digits, radix: isHex ? 16 : 10), let scalar = Unicode.Scalar(number) else {
        text += "&#"
        rest = rest[start.upperBound...]
        continue
      }
      text.unicodeScalars.append(scalar)
      rest = rest[digits.endIndex...]
      if rest.first == ";" { rest = rest.dropFirst() }
    }
    return (text + rest).replacing("&colon;", with: ":").replacing("&Tab;", with: "").replacing("&NewLine;", with: "")
  }
}
