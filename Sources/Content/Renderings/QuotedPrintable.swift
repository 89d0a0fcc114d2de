/// The transfer encoding of texts that are mostly ASCII (RFC 2045, 6.7).
enum QuotedPrintable {
  /// The longest line, the `=` of a soft break included.
  private static let longestLine = 76

  /// A text whose lines end in LF, encoded; lines end in CRLF.
  static func encoded(_ text: String) -> String {
    var all: [UInt8] = []
    all.reserveCapacity(text.utf8.count * 5 / 4)
    for (number, line) in Array(text.utf8).split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      if number > 0 { all += [0x0D, 0x0A] }
      append(line, to: &all)
    }
    return String(decoding: all, as: UTF8.self)
  }

  private static func append(_ line: ArraySlice<UInt8>, to all: inout [UInt8]) {
    var length = 0
    for index in line.indices {
      let byte = line[index]
      let isLast = index == line.endIndex - 1
      // A blank at the end of a line would be lost, and some servers treat a full stop or "From" at the start specially.
      let isTroublesome = (isLast && (byte == 0x20 || byte == 0x09)) || (length == 0 && (byte == 0x2E || byte == 0x46))
      let isPlain = ((0x20...0x7E).contains(byte) || byte == 0x09) && byte != 0x3D && !isTroublesome
      let width = isPlain ? 1 : 3
      if length + width > (isLast ? longestLine : longestLine - 1) {
        all += [0x3D, 0x0D, 0x0A]
        length = 0
      }
      if isPlain {
        all.append(byte)
      } else {
        all.append(0x3D)
        all.append(digit(byte >> 4))
        all.append(digit(byte & 15))
      }
      length += width
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }
}
