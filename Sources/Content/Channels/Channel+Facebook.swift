extension Channel {
  /// A Facebook page: 63,206 characters.
  ///
  /// Source: third parties (letmepost, upload-post, postiz), 2026; the network publishes no number.
  package static let facebook = {
    var channel = Channel(name: "facebook", title: "Facebook", measure: .graphemes, limit: 63_206)
    channel.hasThreads = false
    channel.hasMentions = false
    channel.mostHashtags = 3
    return channel
  }()
}
