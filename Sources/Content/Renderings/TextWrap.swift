/// Breaks running text into lines.
package enum TextWrap {
  /// The lines of a text, none longer than `width` characters unless one word is; line feeds stay.
  package static func lines(of text: String, width: Int) -> [String] {
    let bytes = Array(text.utf8)
    var lines: [String] = []
    var line: [UInt8] = []
    var length = 0
    let end = {
      if length > 0 { lines.append(String(decoding: line, as: UTF8.self)) }
      line.removeAll(keepingCapacity: true)
      length = 0
    }
    var index = 0
    while index < bytes.count {
      let start = index
      var isASCII = true
      while index < bytes.count, !isBlank(bytes[index]) {
        if bytes[index] > 0x7F { isASCII = false }
        index += 1
      }
      let word = bytes[start..<index]
      if !word.isEmpty {
        let count = isASCII ? word.count : String(decoding: word, as: UTF8.self).count
        if length > 0, length + 1 + count > width { end() }
        if length > 0 {
          line.append(0x20)
          length += 1
        }
        line += word
        length += count
      }
      if index < bytes.count, bytes[index] == 0x0A { end() }
      index += 1
    }
    end()
    return lines
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A
  }
}
