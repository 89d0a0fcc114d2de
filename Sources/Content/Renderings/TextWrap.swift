/// Breaks running text into lines.
enum TextWrap {
  /// The lines of a text, none longer than `width` characters unless one word is; line feeds stay.
  static func lines(of text: String, width: Int) -> [String] {
    text.utf8.split(separator: UInt8(ascii: "\n")).flatMap { paragraph -> [String] in
      var lines: [String] = []
      var line = ""
      var length = 0
      for bytes in paragraph.split(whereSeparator: { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) {
        let word = Substring(bytes)
        let count = word.graphemeCount
        if length > 0, length + 1 + count > width {
          lines.append(line)
          line = ""
          length = 0
        }
        if length > 0 {
          line += " "
          length += 1
        }
        line += word
        length += count
      }
      if length > 0 { lines.append(line) }
      return lines
    }
  }
}
