extension Channel {
  /// Every channel that posts are made for, in the order of the documentation.
  package static let networks: [Channel] = [
    .x, .bluesky, .mastodon, .threads, .linkedin, .instagram, .youtube, .facebook,
  ]

  /// Every channel, the newsletter first.
  package static let all: [Channel] = [.newsletter] + networks

  /// The channel of this name, or nil.
  package static func named(_ name: String) -> Channel? {
    all.first { $0.name == name }
  }
}
