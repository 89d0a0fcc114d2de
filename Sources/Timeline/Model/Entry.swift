/// One dated thing of a timeline.
///
/// Two entries are equal when they say the same; the place in the file does not count. What an entry says is kept in one
/// place until somebody changes a copy, so that passing thousands of them on costs little.
package struct Entry: Sendable {
  private var storage: Storage

  package init(
    id: String, isIDWritten: Bool = true, date: EntryDate, dateText: String? = nil, title: String? = nil,
    blocks: [Block] = [], fields: EntryFields = EntryFields(), position: SourcePosition = SourcePosition(line: 1),
    blockPositions: [SourcePosition] = []
  ) {
    storage = Storage(
      Content(
        id: id, isIDWritten: isIDWritten, date: date, dateText: dateText ?? date.edtf, title: title, blocks: blocks,
        fields: fields, position: position, blockPositions: blockPositions))
  }

  private struct Content {
    var id: String
    var isIDWritten: Bool
    var date: EntryDate
    var dateText: String
    var title: String?
    var blocks: [Block]
    var fields: EntryFields
    var position: SourcePosition
    var blockPositions: [SourcePosition]
  }

  // Unchecked: only `content`, below, changes it, and only where no other entry holds it.
  private final class Storage: @unchecked Sendable {
    var content: Content

    init(_ content: Content) {
      self.content = content
    }
  }

  private var content: Content {
    _read { yield storage.content }
    _modify {
      if !isKnownUniquelyReferenced(&storage) { storage = Storage(storage.content) }
      yield &storage.content
    }
  }
}

extension Entry {
  /// Names the entry for ever; derived from date and title where the author wrote none (``isIDWritten``).
  package var id: String {
    _read { yield content.id }
    _modify { yield &content.id }
  }

  package var isIDWritten: Bool {
    _read { yield content.isIDWritten }
    _modify { yield &content.isIDWritten }
  }

  package var date: EntryDate {
    _read { yield content.date }
    _modify { yield &content.date }
  }

  /// The date as the author wrote it.
  package var dateText: String {
    _read { yield content.dateText }
    _modify { yield &content.dateText }
  }

  /// The title in the heading, in Markdown; nil where the heading is a date alone.
  package var title: String? {
    _read { yield content.title }
    _modify { yield &content.title }
  }

  package var blocks: [Block] {
    _read { yield content.blocks }
    _modify { yield &content.blocks }
  }

  package var fields: EntryFields {
    _read { yield content.fields }
    _modify { yield &content.fields }
  }

  /// The place of the heading.
  package var position: SourcePosition {
    _read { yield content.position }
    _modify { yield &content.position }
  }

  /// The place of each block, in step with ``blocks``; empty for an entry that was not read from a file.
  package var blockPositions: [SourcePosition] {
    _read { yield content.blockPositions }
    _modify { yield &content.blockPositions }
  }
}

extension Entry: Hashable {
  package static func == (left: Entry, right: Entry) -> Bool {
    left.storage === right.storage
      || left.id == right.id && left.isIDWritten == right.isIDWritten && left.date == right.date
        && left.dateText == right.dateText && left.title == right.title && left.blocks == right.blocks
        && left.fields == right.fields
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(id)
    hasher.combine(date)
  }
}
