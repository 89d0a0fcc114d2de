/// One timeline file as read: its front matter, its standfirst and its entries in the order of the file.
package struct TimelineDocument: Hashable, Sendable {
  /// What this timeline is called, from the front matter.
  package var title: String?
  /// Tags that every entry of this timeline has.
  package var tags: [String]
  /// Who wrote the source, where an importer found a byline.
  package var author: String?
  /// When and where the source appeared, where an importer found it.
  package var source: String?
  /// The Markdown between the front matter and the first entry.
  package var standfirst: String
  package var entries: [Entry]
  /// The entries whose dates cannot be told, in the order of the file; they are kept and go into no draft.
  package var undated: [UndatedEntry] = []

  package init(
    title: String? = nil, tags: [String] = [], author: String? = nil, source: String? = nil,
    standfirst: String = "", entries: [Entry] = []
  ) {
    self.title = title
    self.tags = tags
    self.author = author
    self.source = source
    self.standfirst = standfirst
    self.entries = entries
  }

  /// The entries, each with the timeline's tags behind its own.
  package var taggedEntries: [Entry] {
    guard !tags.isEmpty else { return entries }
    return entries.map { entry in
      var entry = entry
      entry.fields.tags += tags.filter { !entry.fields.tags.contains($0) }
      return entry
    }
  }
}
