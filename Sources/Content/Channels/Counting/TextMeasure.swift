/// One way to count a text; each network has its own.
///
/// A measure is a value that holds a function, so that a new channel brings its own without touching the others.
package struct TextMeasure: Sendable {
  /// The name of the unit in messages, in the plural, as in `characters`.
  package let unit: String
  /// What one link counts, whatever its length; nil where it counts as it is shown.
  package var linkLength: Int?
  private let count: @Sendable (_ text: String, _ linkLength: Int?) -> Int

  /// Takes a count that knows itself what is a link.
  package init(
    unit: String, linkLength: Int? = nil, count: @escaping @Sendable (_ text: String, _ linkLength: Int?) -> Int
  ) {
    self.unit = unit
    self.linkLength = linkLength
    self.count = count
  }

  /// Takes a count that knows nothing of links: they count as shown unless ``linkLength`` is set.
  package init(unit: String, count: @escaping @Sendable (String) -> Int) {
    self.init(unit: unit) { text, linkLength in
      guard let linkLength, text.utf8.contains(UInt8(ascii: ".")) else { return count(text) }
      let scalars = text.scalarValues
      var shown: Scalars = []
      var index = 0
      let links = LinkScanner(scalars, takesBareDomains: false).links()
      for link in links {
        shown += scalars[index..<link.lowerBound]
        index = link.upperBound
      }
      shown += scalars[index...]
      return links.count * linkLength + count(String(scalars: shown[...]))
    }
  }

  /// Counts a text in this unit.
  package func length(_ text: String) -> Int {
    count(text, linkLength)
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
