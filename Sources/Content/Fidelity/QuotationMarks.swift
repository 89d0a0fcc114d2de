/// Quotations in running text: what stands between a mark that opens one and the one that closes it.
struct QuotationMarks {
  /// The places of the words of each quotation, without its marks.
  private(set) var quotations: [Range<Int>] = []
  /// Whether a mark that opens a quotation has none that closes it, so that what follows cannot be told apart.
  private(set) var hasLooseMark = false

  /// What closes a quotation, by what opens it.
  private static let closing: [Character: Set<Character>] = [
    "“": ["”"], "„": ["“", "”"], "«": ["»"], "\"": ["\""],
  ]

  init(_ characters: [Character]) {
    var index = 0
    while index < characters.count {
      defer { index += 1 }
      guard let closing = Self.closing[characters[index]] else { continue }
      guard let end = Self.end(of: characters, from: index, closing: closing) else {
        hasLooseMark = true
        continue
      }
      quotations.append(index + 1..<end)
      index = end
    }
  }

  init(_ text: String) { self.init(Array(text)) }

  /// The mark that closes a quotation; nil where another opens first.
  ///
  /// Straight marks are a pair on one line alone.
  private static func end(of characters: [Character], from start: Int, closing: Set<Character>) -> Int? {
    let opening = characters[start]
    let end = characters[(start + 1)...].firstIndex { character in
      closing.contains(character) || character == opening || (opening == "\"" && character == "\n")
    }
    return end.flatMap { closing.contains(characters[$0]) ? $0 : nil }
  }
}
