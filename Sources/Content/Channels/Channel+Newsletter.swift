extension Channel {
  /// The newsletter: counted in characters, without a limit.
  package static let newsletter = Channel(name: "newsletter", title: "Newsletter", measure: .graphemes, limit: nil)
}
