/// Somebody's words, kept verbatim, with the one who said them.
package struct Quote: Hashable, Sendable {
  /// The words without the outer quotation marks; paragraphs are parted by an empty line.
  package var text: String
  /// Who said it; nil when the source does not tell.
  package var speaker: String?
  /// Where it was said, as in `mixed zone`.
  package var source: String?
  /// False where an importer worked the speaker out and the source does not state it.
  package var isSure: Bool

  package init(text: String, speaker: String? = nil, source: String? = nil, isSure: Bool = true) {
    self.text = text
    self.speaker = speaker
    self.source = source
    self.isSure = isSure
  }
}
