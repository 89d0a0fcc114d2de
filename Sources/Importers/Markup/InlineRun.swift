import Timeline

/// A run of words within a block of HTML: once as plain text and once as Markdown.
struct InlineRun: Hashable {
  /// What a reader sees.
  private(set) var plain = ""
  private(set) var markdown = ""
  /// The links, in the order of the text.
  private(set) var links: [Link] = []
  /// The first `<time datetime>`: its machine-readable value, and the words that it stands around.
  var time: TimeElement?
  private var endsInSpace = true

  struct TimeElement: Hashable {
    var value: String
    var text: String
  }

  var isEmpty: Bool { plain.isEmpty }

  /// Adds text; white space shrinks to one space, as HTML shows it.
  mutating func append(text: String) {
    var words = ""
    for character in text {
      if character.isWhitespace, character != "\u{A0}", character != "\u{202F}" {
        if !endsInSpace { words.append(" ") }
        endsInSpace = true
      } else {
        words.append(character)
        endsInSpace = false
      }
    }
    guard !words.isEmpty else { return }
    plain += words
    markdown += MarkdownText.escapedInline(words[...])
  }

  /// Adds a run between two Markdown marks; spaces at its ends go outside of them.
  mutating func append(_ run: InlineRun, mark: String = "") {
    add(run) { $0.isEmpty || mark.isEmpty ? $0 : mark + $0 + mark }
  }

  /// Adds a run that links to `url`.
  mutating func append(_ run: InlineRun, linkingTo url: String) {
    let words = String(run.plain.trimmingSpaces())
    add(run) { $0.isEmpty ? "" : MarkdownText.link($0, to: url) }
    if !words.isEmpty { links.append(Link(text: words, url: url)) }
  }

  private mutating func add(_ run: InlineRun, _ wrap: (String) -> String) {
    guard !run.isEmpty else { return }
    let startsWithSpace = run.plain.first == " "
    let endsWithSpace = run.plain.last == " "
    if startsWithSpace, !endsInSpace { append(text: " ") }
    plain += run.plain.trimmingSpaces()
    markdown += wrap(String(run.markdown.trimmingSpaces()))
    if !run.plain.trimmingSpaces().isEmpty { endsInSpace = false }
    if endsWithSpace { append(text: " ") }
    links += run.links
    if time == nil { time = run.time }
  }

  /// The run without spaces at its ends.
  var trimmed: InlineRun {
    var run = self
    run.plain = String(plain.trimmingSpaces())
    run.markdown = MarkdownText.protectedStart(String(markdown.trimmingSpaces()))
    return run
  }
}
