/// Where a text is meant to appear, with the rules of that place.
package struct Channel: Sendable {
  /// A second limit that some networks set beside the first.
  package struct ExtraLimit: Sendable {
    package var measure: TextMeasure
    package var limit: Int
  }

  /// The name in settings, file names and `--channel`.
  package let name: String
  /// The name for people.
  package let title: String
  /// The network's own way to count.
  package var measure: TextMeasure
  /// The most that one text may have, in the unit of ``measure``; nil where there is no limit.
  package var limit: Int?
  package var extraLimits: [ExtraLimit] = []
  /// Whether a text that is too long may become a thread of parts.
  package var hasThreads = true
  /// Whether a reader can follow the links of a text; where not, posts have none.
  package var showsLinks = true
  /// The most links that one text may have; nil where there is no such rule.
  package var mostLinks: Int?
  /// Whether `@name` in a text becomes a mention.
  package var hasMentions = true
  /// The most mentions that one text may have; nil where there is no such rule.
  package var mostMentions: Int?
  /// How many hashtags a post carries at most.
  package var mostHashtags = 0
  /// Whether the network refuses a text with more hashtags or mentions than these.
  package var refusesExcess = false
  /// Whether there is no post without a picture.
  package var needsPicture = false
  /// What a handle looks like on this network.
  package var handle = Handle.any
  /// The kinds of posts that are made for this channel.
  package var kinds: Set<PostKind> = [.entry, .onThisDay]
  /// Parameters that are added to the link of a post, as `utm_source`; none unless the settings say so.
  package var linkParameters: [LinkParameter] = []
  /// The most characters that a picture's alt text may have; nil where the network states none.
  package var altTextLimit: Int?
  /// Characters that make the network refuse a text.
  package var forbidden: [Unicode.Scalar] = []

  package init(name: String, title: String, measure: TextMeasure, limit: Int?) {
    self.name = name
    self.title = title
    self.measure = measure
    self.limit = limit
  }

  /// The same channel with another limit; nil leaves the network's own.
  package func limited(to limit: Int?) -> Channel {
    var channel = self
    channel.limit = limit ?? self.limit
    return channel
  }

  /// Counts a text by this channel's rules.
  package func measure(_ text: String) -> Measurement {
    Measurement(length: measure.length(text), limit: limit, problem: problem(of: text))
  }

  /// Whether this channel takes `text` as it is.
  package func fits(_ text: String) -> Bool {
    measure(text).fits
  }

  private func problem(of text: String) -> String? {
    for extra in extraLimits {
      // No measure gives more than a text has bytes, so that most texts need no second count.
      guard text.utf8.count > extra.limit else { continue }
      let length = extra.measure.length(text)
      if length > extra.limit { return "\(length) of \(extra.limit) \(extra.measure.unit)" }
    }
    if let mostLinks {
      let scalars = text.scalarValues
      let links = Set(LinkScanner(scalars, takesBareDomains: true).links().map { scalars[$0] }).count
      if links > mostLinks { return "\(links) of \(mostLinks) links" }
    }
    if refusesExcess, let excess = excess(of: text) { return excess }
    // The first byte of a scalar grows with it, so that few texts need a look at their scalars.
    guard let byte = forbidden.min()?.utf8.first, Self.hasByte(of: text, from: byte) else { return nil }
    if let scalar = text.unicodeScalars.first(where: { forbidden.contains($0) }) {
      return "\(title) refuses the character U+\(String(scalar.value, radix: 16, uppercase: true))"
    }
    return nil
  }

  private static func hasByte(of text: String, from least: UInt8) -> Bool {
    let bytes = text.utf8Span.span
    for index in bytes.indices where bytes[index] >= least { return true }
    return false
  }

  private func excess(of text: String) -> String? {
    let scalars = text.scalarValues
    let hashtags = HashtagScanner.hashtags(in: scalars).count
    if hashtags > mostHashtags { return "\(hashtags) of \(mostHashtags) hashtags" }
    guard let mostMentions else { return nil }
    let mentions = MentionScanner.mentions(in: scalars).count
    return mentions > mostMentions ? "\(mentions) of \(mostMentions) mentions" : nil
  }
}
