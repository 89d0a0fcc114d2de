/// An entry whose heading has a date that cannot be told, as it stands in its file.
///
/// Two are equal when they say the same at the same place among the entries; the line does not count.
package struct UndatedEntry: Sendable {
  /// How many entries stand before it.
  package var place: Int
  /// The id that its author wrote.
  package var id: String?
  /// The heading and all that follows up to the next entry.
  package var markdown: String
  /// The place of the heading.
  package var position: SourcePosition
}

extension UndatedEntry: Hashable {
  package static func == (left: UndatedEntry, right: UndatedEntry) -> Bool {
    left.place == right.place && left.markdown == right.markdown
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(markdown)
  }
}
