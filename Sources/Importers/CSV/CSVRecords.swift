internal import SwiftCSV

/// The records of a CSV text, each with its line.
///
/// SwiftCSV reads the fields; it gives up at the first record that is broken, so it is handed one record at a time.
struct CSVRecords {
  struct Record: Hashable {
    var line: Int
    /// The fields; nil for a record that cannot be read.
    var fields: [String]?
  }

  private(set) var records: [Record] = []
  private let delimiter: CSVDelimiter

  /// What parts the fields, in a word.
  var separatorName: String {
    switch delimiter.rawValue {
    case ";": "semicolon"
    case "\t": "tab"
    default: "comma"
    }
  }

  init(_ text: String) {
    delimiter = CSVDelimiter.guessed(string: String(text.prefix(10_000)))
    let bytes = Array(text.utf8)
    var start = 0
    var line = 1
    var isOpenToTheEnd = false
    while start < bytes.count {
      let closed = endOfRecord(in: bytes, from: start, isOneLine: isOpenToTheEnd)
      isOpenToTheEnd = isOpenToTheEnd || closed == nil
      let end = closed ?? Self.endOfLine(in: bytes, from: start)
      let record = bytes[start..<end]
      if record.contains(where: { $0 != UInt8(ascii: "\r") && $0 != UInt8(ascii: "\n") && $0 != 0x20 }) {
        records.append(
          Record(line: line, fields: closed == nil ? nil : fields(of: String(decoding: record, as: UTF8.self))))
      }
      line += record.count { $0 == UInt8(ascii: "\n") } + 1
      start = end + 1
    }
  }

  private func fields(of record: String) -> [String]? {
    try? EnumeratedCSV(string: record, delimiter: delimiter, loadColumns: false, rowLimit: 0).header
  }

  /// The newline that ends a record; one within quotation marks is part of a field (RFC 4180, 2.6), and a mark opens
  /// only at the start of a field.
  ///
  /// Once a line has opened a mark that is never closed, every line end after it is within that mark. So a record that
  /// is still open at the end of its line is never closed either, and `isOneLine` says that reading may end there.
  ///
  /// - Returns: nil where a mark is never closed.
  private func endOfRecord(in bytes: [UInt8], from start: Int, isOneLine: Bool) -> Int? {
    let separator = delimiter.rawValue.asciiValue ?? UInt8(ascii: ",")
    var isQuoted = false
    var isAtStart = true
    for index in start..<bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\""), isQuoted || isAtStart {
        isQuoted.toggle()
        isAtStart = !isQuoted
      } else if isQuoted {
        if isOneLine, byte == UInt8(ascii: "\n") { return nil }
      } else {
        if byte == UInt8(ascii: "\n") { return index }
        isAtStart = byte == separator || isAtStart && byte == UInt8(ascii: " ")
      }
    }
    return isQuoted ? nil : bytes.count
  }

  private static func endOfLine(in bytes: [UInt8], from start: Int) -> Int {
    bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
  }
}
