package import Timeline

/// Brings an imported timeline into one that exists.
package enum TimelineMerge {
  /// Adds the entries that are new, by id, then by date and title; nothing that is there is changed.
  ///
  /// New entries go in by date, behind those of the same day; where the entries are not in order, behind the last that is
  /// not later. What `existing` says of itself stays.
  ///
  /// - Returns: the whole timeline, and the entries that were added, in the order of the source.
  package static func merge(
    _ imported: TimelineDocument, into existing: TimelineDocument
  ) -> (document: TimelineDocument, added: [Entry]) {
    var document = existing
    guard !existing.entries.isEmpty else { return adopt(imported, in: existing) }
    var ids = Set(existing.entries.map(\.id) + existing.undated.compactMap(\.id))
    let known = Set(existing.entries.map { Key($0) })
    var added: [Entry] = []
    for entry in imported.entries {
      guard !ids.contains(entry.id), !known.contains(Key(entry)) else { continue }
      ids.insert(entry.id)
      added.append(entry)
      let place = document.entries.lastIndex { $0.date <= entry.date }.map { $0 + 1 } ?? 0
      document.entries.insert(entry, at: place)
      for index in document.undated.indices where document.undated[index].place > place {
        document.undated[index].place += 1
      }
    }
    return (document, added)
  }

  /// The entries that both have and that do not say the same: a person edited the one, or the source was corrected.
  ///
  /// - Returns: ids of `existing`, in the order of `imported`.
  package static func differing(_ imported: TimelineDocument, from existing: TimelineDocument) -> [String] {
    let byID = Dictionary(existing.entries.map { ($0.id, $0) }) { first, _ in first }
    let byKey = Dictionary(existing.entries.map { (Key($0), $0) }) { first, _ in first }
    return imported.entries.compactMap { entry in
      guard let known = byID[entry.id] ?? byKey[Key(entry)] else { return nil }
      let isSame = known.date == entry.date && known.title == entry.title && known.blocks == entry.blocks
      return isSame ? nil : known.id
    }
  }

  /// A timeline without entries takes them over as they are, and what it does not say of itself.
  private static func adopt(
    _ imported: TimelineDocument, in existing: TimelineDocument
  ) -> (document: TimelineDocument, added: [Entry]) {
    var document = existing
    document.entries = imported.entries
    document.title = existing.title ?? imported.title
    document.author = existing.author ?? imported.author
    document.source = existing.source ?? imported.source
    if existing.standfirst.isEmpty { document.standfirst = imported.standfirst }
    return (document, imported.entries)
  }

  /// Date and title of an entry; without a title its first words.
  private struct Key: Hashable {
    var date: EntryDate
    var title: String

    init(_ entry: Entry) {
      date = entry.date
      title = EntryID.slug(entry.title ?? String(Key.firstText(of: entry).prefix(120)))
    }

    private static func firstText(of entry: Entry) -> String {
      for block in entry.blocks {
        switch block {
        case .text(let text): return text
        case .quote(let quote): return quote.text
        case .picture, .note: continue
        }
      }
      return ""
    }
  }
}
