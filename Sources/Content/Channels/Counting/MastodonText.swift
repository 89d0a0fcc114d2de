/// The count of Mastodon: graphemes, in which a link is 23 and a mention has no server.
enum MastodonText {
  /// What one link counts, whatever its length, unless a server says otherwise.
  static let linkLength = 23

  /// The length as the server's `StatusLengthValidator` finds it; nil `linkLength` counts links as they are shown.
  static func length(of text: String, linkLength: Int? = linkLength) -> Int {
    guard text.utf8.contains(UInt8(ascii: ".")) else { return text.graphemeCount }
    let scalars = text.scalarValues
    if scalars.count == text.utf8.count { return lengthOfASCII(scalars, linkLength) }
    var shown: Scalars = []
    var length = 0
    var index = 0
    let tokens =
      LinkScanner(scalars, takesBareDomains: false).links().map { ($0, true) }
      + MentionScanner.servers(in: scalars).map { ($0, false) }
    for (range, isLink) in tokens.sorted(by: { $0.0.lowerBound < $1.0.lowerBound }) where range.lowerBound >= index {
      shown += scalars[index..<range.lowerBound]
      if isLink, let linkLength { length += linkLength } else if isLink { shown += scalars[range] }
      index = range.upperBound
    }
    shown += scalars[index...]
    return length + String(scalars: shown[...]).graphemeCount
  }

  /// The same for a text in which every byte is a character.
  private static func lengthOfASCII(_ scalars: Scalars, _ linkLength: Int?) -> Int {
    let links = LinkScanner(scalars, takesBareDomains: false).links()
    let servers = MentionScanner.servers(in: scalars).filter { server in !links.contains { $0.overlaps(server) } }
    let lineEnds = zip(scalars, scalars.dropFirst()).count { $0 == 0x0D && $1 == 0x0A }
    return scalars.count - lineEnds - servers.reduce(0) { $0 + $1.count }
      + links.reduce(0) { $0 + (linkLength ?? $1.count) - $1.count }
  }
}
