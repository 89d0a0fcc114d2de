extension Channel {
  /// A YouTube community post: no official limit; 1,000 characters are the advised length here.
  ///
  /// Source: lettercounter.org, 2026 (unverified): more than 7,700 characters fit, about 288 stand before the fold.
  package static let youtube = {
    var channel = Channel(name: "youtube", title: "YouTube", measure: .graphemes, limit: 1_000)
    channel.hasThreads = false
    channel.hasMentions = false
    channel.mostHashtags = 3
    return channel
  }()
}
