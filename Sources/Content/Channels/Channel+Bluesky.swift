extension Channel {
  /// Bluesky: 300 graphemes and 3,000 bytes; links count as they are shown.
  ///
  /// Source: the lexicon `app.bsky.feed.post` (`maxGraphemes`, `maxLength`), github.com/bluesky-social/atproto.
  package static let bluesky = {
    var channel = Channel(name: "bluesky", title: "Bluesky", measure: .graphemes, limit: 300)
    channel.extraLimits = [ExtraLimit(measure: .utf8, limit: 3_000)]
    channel.altTextLimit = 2_000
    channel.mostHashtags = 3
    channel.handle = .domain
    return channel
  }()
}
