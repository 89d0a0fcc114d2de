/// The count of Mastodon: graphemes, in which a link is 23 and a mention has no server.
enum MastodonText {
  /// What one link counts, whatever its length.
  static let linkLength = 23

  /// The length as the server's `StatusLengthValidator` finds it.
  static func length(of text: String) -> Int {
    guard text.utf8.contains(UInt8(ascii: ".")) else { return text.graphemeCount }
    let scalars = text.scalarValues
    var shown = String.UnicodeScalarView()
    var length = 0
    var index = 0
    let tokens =
      LinkScanner(scalars, takesBareDomains: false).links().map { ($0, true) }
      + MentionScanner.servers(in: scalars).map { ($0, false) }
    for (range, isLink) in tokens.sorted(by: { $0.0.lowerBound < $1.0.lowerBound }) where range.lowerBound >= index {
      shown.append(contentsOf: scalars[index..<range.lowerBound].lazy.compactMap(Unicode.Scalar.init))
      if isLink { length += linkLength }
      index = range.upperBound
    }
    shown.append(contentsOf: scalars[index...].lazy.compactMap(Unicode.Scalar.init))
    return length + String(shown).graphemeCount
  }
}
