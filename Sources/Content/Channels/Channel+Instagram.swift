extension Channel {
  /// Instagram: 2,200 characters, five hashtags (since December 2025) and 20 mentions; a picture is required.
  ///
  /// Source: developers.facebook.com, ig-user/media; the hashtags: announcement of 2025-12-18. Links in a caption cannot
  /// be followed, so that posts have none.
  package static let instagram = {
    var channel = Channel(name: "instagram", title: "Instagram", measure: .graphemes, limit: 2_200)
    channel.hasThreads = false
    channel.showsLinks = false
    channel.needsPicture = true
    channel.mostHashtags = 5
    channel.mostMentions = 20
    channel.refusesExcess = true
    channel.altTextLimit = 1_000
    channel.handle = .meta
    return channel
  }()
}
