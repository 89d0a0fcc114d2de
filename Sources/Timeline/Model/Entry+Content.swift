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
  package var bodyMarkdown: String { textsMarkdown.joined(separator: "\n\n") }

  /// The Markdown of each text of the body without private notes; those that are nothing else are left out.
  var textsMarkdown: [String] {
    var texts: [String] = []
    for case .text(let markdown) in blocks {
      let text = MarkdownNotes.removed(from: markdown)
      if !text.isEmpty { texts.append(text) }
    }
    return texts
  }
}
