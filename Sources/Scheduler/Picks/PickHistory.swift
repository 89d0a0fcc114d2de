package import Timeline

/// Where and when entries have appeared already; rebuilt from the drafts, so that there is nothing to lose.
package struct PickHistory: Hashable, Sendable {
  /// One appearance of an entry.
  package struct Record: Hashable, Sendable {
    package var entry: String
    package var channel: String
    package var day: CivilDay
    /// The draft that it appeared in.
    package var draft: String

    package init(entry: String, channel: String, day: CivilDay, draft: String) {
      self.entry = entry
      self.channel = channel
      self.day = day
      self.draft = draft
    }
  }

  private struct Key: Hashable {
    var entry: String
    var channel: String
  }

  private var records: [Key: [Record]] = [:]

  package init(_ records: [Record] = []) {
    for record in records { add(record) }
  }

  package mutating func add(_ record: Record) {
    records[Key(entry: record.entry, channel: record.channel), default: []].append(record)
  }

  /// The latest appearance of an entry on a channel before `day`, drafts named in `except` left aside.
  package func lastAppearance(of entry: String, on channel: String, before day: CivilDay, except: Set<String>)
    -> CivilDay?
  {
    records[Key(entry: entry, channel: channel), default: []]
      .filter { $0.day < day && !except.contains($0.draft) }
      .map(\.day).max()
  }
}
