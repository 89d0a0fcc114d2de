/// One dated thing of a timeline.
///
/// Two entries are equal when they say the same; the place in the file does not count.
package struct Entry: Sendable {
  /// Names the entry for ever; derived from date and title where the author wrote none (``isIDWritten``).
  package var id: String
  package var isIDWritten: Bool
  package var date: EntryDate
  /// The date as the author wrote it.
  package var dateText: String
  /// The title in the heading, in Markdown; nil where the heading is a date alone.
  package var title: String?
  package var blocks: [Block]
  package var fields: EntryFields
  /// The place of the heading.
  package var position: SourcePosition
  /// The place of each block, in step with ``blocks``; empty for an entry that was not read from a file.
  package var blockPositions: [SourcePosition]

  package init(
    id: String, isIDWritten: Bool = true, date: EntryDate, dateText: String? = nil, title: String? = nil,
    blocks: [Block] = [], fields: EntryFields = EntryFields(), position: SourcePosition = SourcePosition(line: 1),
    blockPositions: [SourcePosition] = []
  ) {
    self.id = id
    self.isIDWritten = isIDWritten
    self.date = date
    self.dateText = dateText ?? date.edtf
    self.title = title
    self.blocks = blocks
    self.fields = fields
    self.position = position
    self.blockPositions = blockPositions
  }
}

extension Entry: Hashable {
  package static func == (left: Entry, right: Entry) -> Bool {
    left.id == right.id && left.isIDWritten == right.isIDWritten && left.date == right.date
      && left.dateText == right.dateText && left.title == right.title && left.blocks == right.blocks
      && left.fields == right.fields
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(id)
    hasher.combine(date)
  }
}
