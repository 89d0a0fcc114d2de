extension Channel {
  /// X: 280 by twitter-text's weighted count.
  ///
  /// Source: twitter-text `config/v3.json`; docs.x.com, "Counting characters". Paid accounts have other limits.
  package static let x = {
    let measure = TextMeasure(unit: "weighted characters", linkLength: TwitterText.linkLength) {
      TwitterText.weightedLength(of: $0, linkLength: $1)
    }
    var channel = Channel(name: "x", title: "X", measure: measure, limit: 280)
    channel.forbidden = ["\u{FFFE}", "\u{FEFF}", "\u{FFFF}"]
    channel.altTextLimit = 1_000
    channel.mostHashtags = 2
    channel.handle = .x
    return channel
  }()
}
