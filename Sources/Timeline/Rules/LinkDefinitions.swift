/// The link reference definitions of an entry: `[label]: target` lines (CommonMark 4.7).
struct LinkDefinitions {
  /// The lines as they stand.
  private(set) var lines: [Substring] = []
  /// The labels, in lower case.
  private(set) var labels: Set<String> = []

  /// Adds the definitions that a text gives.
  mutating func add(_ markdown: String) {
    guard markdown.contains(exactly: "]:") else { return }
    for line in markdown.split(separator: "\n") {
      let words = line.drop { $0 == " " }
      guard line.count - words.count < 4, words.hasPrefix("["), let end = words.firstRange(ofExactly: "]:"),
        let label = Self.label(words[..<end.lowerBound].dropFirst()), !words[end.upperBound...].trimmingSpaces().isEmpty
      else { continue }
      lines.append(words)
      labels.insert(label)
    }
  }

  /// Whether the text may name one of the labels.
  func serves(_ text: String) -> Bool {
    !labels.isEmpty && text.utf8.contains(UInt8(ascii: "["))
  }

  /// The text with the definitions behind it; of those that it has itself, its own come first and hold.
  func added(to text: String) -> String {
    serves(text) ? text + "\n\n" + lines.joined(separator: "\n") : text
  }

  /// A label as labels are compared, without `^`, which makes a footnote; nil for none.
  static func label(_ text: Substring) -> String? {
    let label = text.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
    return label.isEmpty || label.hasPrefix("^") || label.contains("[") || label.contains("]") ? nil : label
  }
}
