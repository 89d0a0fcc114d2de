/// One way to count a text; each network has its own.
///
/// A measure is a value that holds a function, so that a new channel brings its own without touching the others.
package struct TextMeasure: Sendable {
  /// The name of the unit in messages, in the plural, as in `characters`.
  package let unit: String
  /// Counts a text in that unit.
  package let length: @Sendable (String) -> Int

  package init(unit: String, length: @escaping @Sendable (String) -> Int) {
    self.unit = unit
    self.length = length
  }

  /// Extended grapheme clusters (UAX #29), as Swift itself finds them.
  package static let graphemes = TextMeasure(unit: "characters") { $0.graphemeCount }

  package static let utf8 = TextMeasure(unit: "bytes") { $0.utf8.count }

  package static let utf16 = TextMeasure(unit: "UTF-16 units") { $0.utf16.count }
}

extension StringProtocol {
  /// The number of extended grapheme clusters; plain ASCII without CR is counted by its bytes.
  var graphemeCount: Int {
    let isSimple = utf8.allSatisfy { $0 < 0x80 && $0 != 0x0D }
    return isSimple ? utf8.count : count
  }
}
