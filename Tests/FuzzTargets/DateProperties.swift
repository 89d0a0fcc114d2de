import Timeline

/// What holds for every text that is read as a date.
enum DateProperties {
  /// Reads the text as EDTF and as people write dates; a date's own EDTF is read as the same date.
  static func fault(_ bytes: [UInt8]) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    let dates = [nil, DateOrder.dmy, .mdy].compactMap { WrittenDate.read(prefixOf: text, order: $0)?.date }
    for date in dates + [try? EntryDate(edtf: text)].compactMap(\.self) {
      guard let again = try? EntryDate(edtf: date.edtf) else { return "\(date.edtf) is written and not read" }
      if again != date { return "\(date.edtf) is read as \(again.edtf)" }
    }
    return nil
  }
}
