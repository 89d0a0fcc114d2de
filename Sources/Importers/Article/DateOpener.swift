/// The words that stand before a date in a sentence or on a line of its own, as `On`, `In the year` or `Am`.
enum DateOpener {
  /// In lower case, the longer before the shorter that they begin with.
  private static let openers = [
    "in the year ", "in the ", "on the ", "on ", "in ", "anno ", "im jahre ", "im jahr ", "am ", "im ", "in den ",
    "i året ", "i ", "en el año ", "en ", "el ", "le ", "au ", "à ", "den ",
  ]

  /// The text behind such a word; nil where it begins with none.
  static func stripped(_ text: Substring) -> Substring? {
    let start = text.prefix(16).lowercased()
    guard let opener = openers.first(where: { start.hasPrefix($0) }) else { return nil }
    return text.dropFirst(opener.count)
  }
}
