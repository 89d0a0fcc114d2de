extension Entry {
  /// The quotes, in the order of the file.
  package var quotes: [Quote] {
    blocks.compactMap { if case .quote(let quote) = $0 { quote } else { nil } }
  }

  /// The entry's image: the first picture that stands alone.
  package var picture: Picture? {
    pictures.first
  }

  package var pictures: [Picture] {
    blocks.compactMap { if case .picture(let picture) = $0 { picture } else { nil } }
  }

  /// The Markdown of the body without quotes, pictures and private notes.
  package var bodyMarkdown: String {
    blocks.compactMap { if case .text(let markdown) = $0 { MarkdownNotes.removed(from: markdown) } else { nil } }
      .filter { !$0.isEmpty }.joined(separator: "\n\n")
  }
}
