extension Channel {
  /// Mastodon: 500 characters unless the server says otherwise; a link counts 23, `@user@host` as `@user`.
  ///
  /// Source: `app/validators/status_length_validator.rb`, github.com/mastodon/mastodon.
  package static let mastodon = {
    let measure = TextMeasure(unit: "characters", linkLength: MastodonText.linkLength) {
      MastodonText.length(of: $0, linkLength: $1)
    }
    var channel = Channel(name: "mastodon", title: "Mastodon", measure: measure, limit: 500)
    channel.altTextLimit = 1_500
    channel.mostHashtags = 4
    channel.handle = .mastodon
    return channel
  }()
}
