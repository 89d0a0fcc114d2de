extension Channel {
  /// LinkedIn: 3,000; the unit is not documented and taken as UTF-16, which is what other tools count.
  ///
  /// Source: the server's own error text, quoted in github.com/n8n-io/n8n issue 22899. There are no threads.
  package static let linkedin = {
    var channel = Channel(name: "linkedin", title: "LinkedIn", measure: .utf16, limit: 3_000)
    channel.hasThreads = false
    channel.hasMentions = false
    channel.mostHashtags = 3
    channel.altTextLimit = 4_086
    return channel
  }()
}
