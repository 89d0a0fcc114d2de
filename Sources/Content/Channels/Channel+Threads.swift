extension Channel {
  /// Threads: 500 characters, an emoji counted as its UTF-8 bytes; at most five links and one topic tag.
  ///
  /// Source: developers.facebook.com/documentation/threads/posts (2026-04-14); the tag: third parties, 2026.
  package static let threads = {
    let measure = TextMeasure(unit: "characters") { ThreadsText.length(of: $0) }
    var channel = Channel(name: "threads", title: "Threads", measure: measure, limit: 500)
    channel.mostLinks = 5
    channel.mostHashtags = 1
    channel.altTextLimit = 1_000
    channel.handle = .meta
    return channel
  }()
}
