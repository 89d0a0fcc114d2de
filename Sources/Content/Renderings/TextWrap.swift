/// Breaks running text into lines.
enum TextWrap {
  /// The lines of a text, none longer than `width` characters unless one word is; line feeds stay.
  static func lines(of text: String, width: Int) -> [String] {
    text.split(whereSeparator: \.isNewline).flatMap { (paragraph: Substring) -> [String] in
      var lines: [String] = []
      var line = ""
      var length = 0
      for word in paragraph.split(whereSeparator: { $0 == " " || $0 == "\t" }) {
        let count = word.count
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
