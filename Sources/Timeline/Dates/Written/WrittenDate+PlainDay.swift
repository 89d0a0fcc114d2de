extension WrittenDate {
  /// Reads `YYYY-MM-DD` at the end of the text or before a dash between spaces: nearly every heading of a timeline.
  static func readPlainDay(_ text: String) -> WrittenDate? {
    let bytes = text.utf8
    guard bytes.count >= 10 else { return nil }
    var numbers = (year: 0, month: 0, day: 0)
    var index = bytes.startIndex
    for position in 0..<10 {
      let byte = bytes[index]
      bytes.formIndex(after: &index)
      if position == 4 || position == 7 {
        guard byte == UInt8(ascii: "-") else { return nil }
        continue
      }
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      let digit = Int(byte - UInt8(ascii: "0"))
      switch position {
      case 0...3: numbers.year = numbers.year * 10 + digit
      case 5, 6: numbers.month = numbers.month * 10 + digit
      default: numbers.day = numbers.day * 10 + digit
      }
    }
    guard let day = CivilDay(year: numbers.year, month: numbers.month, day: numbers.day) else { return nil }
    let written = String(text[..<index])
    let date = EntryDate(edtf: written, day: day)
    if index == bytes.endIndex { return WrittenDate(date: date, text: written, rest: "", problems: []) }
    let separator = " — "
    guard text[index...].hasPrefix(separator) else { return nil }
    let title = text[bytes.index(index, offsetBy: separator.utf8.count)...].trimmingSpaces()
    if let first = title.utf8.first, first < 0x80, !Self.isASCIILetter(first) { return nil }
    return WrittenDate(date: date, text: written, rest: String(title), problems: [])
  }

  private static func isASCIILetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
