import Timeline

extension EntryFields {
  /// Adds words of a source as tags: spaces at their ends and commas are no part of a tag, and each tag stands once.
  mutating func add(tags words: [String]) {
    for word in words {
      // By scalars: a combining mark behind a space or a comma makes another character of it.
      let parts = word.unicodeScalars.split { $0.properties.isWhitespace || $0 == "," }
      let tag = parts.map { String(Substring($0)) }.joined(separator: " ")
      if !tag.isEmpty, !tags.contains(tag) { tags.append(tag) }
    }
  }
}
