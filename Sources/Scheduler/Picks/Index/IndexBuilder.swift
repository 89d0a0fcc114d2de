internal import FoundationEssentials
internal import Timeline

/// Builds the segment of one timeline from its entries.
struct IndexBuilder {
  /// An entry's rows by block, before the entries are numbered.
  private struct Draft {
    var entry: Int
    var rows: [(block: Int, row: IndexRow)]
  }

  /// Makes a segment that has its entries at hand.
  static func segment(of entries: [Entry]) -> IndexSegment {
    let drafts = drafts(of: entries)
    let data = bytes(drafts, stamp: IndexStamp(size: 0, modified: 0, built: 0, content: 0, settings: 0), digests: nil)
    return IndexSegment(data, entries: drafts.map { entries[$0.entry] })
  }

  /// Makes the bytes of a segment that stands for itself, for a cache file.
  static func file(of entries: [Entry], stamp: IndexStamp) -> Data {
    let drafts = drafts(of: entries)
    return bytes(drafts, stamp: stamp, digests: drafts.map { entries[$0.entry] })
  }

  /// The entries that some day or month remembers, those of a day next to each other.
  private static func drafts(of entries: [Entry]) -> [Draft] {
    let drafts = entries.indices.compactMap { index in
      let rows = rows(of: entries[index])
      return rows.isEmpty ? nil : Draft(entry: index, rows: rows)
    }
    return drafts.sorted { ($0.rows[0].block, $0.entry) < ($1.rows[0].block, $1.entry) }
  }

  private static func bytes(_ drafts: [Draft], stamp: IndexStamp, digests: [Entry]?) -> Data {
    var head = ByteWriter()
    var body = ByteWriter()
    head.add(IndexSegment.magic)
    head.add(IndexSegment.version)
    head.add(UInt64(0))
    stamp.write(to: &head)
    write(rowsOf: drafts, to: &body, directory: &head)
    if let digests { write(digests, to: &body) }
    return IndexSegment.file(head: head.bytes, body: body.bytes)
  }

  private static func write(
    rowsOf drafts: [Draft], to writer: inout ByteWriter, directory: inout ByteWriter
  ) {
    var counts = [UInt32](repeating: 0, count: IndexBlock.count + 1)
    for draft in drafts { for row in draft.rows { counts[row.block + 1] += 1 } }
    for block in 1...IndexBlock.count { counts[block] += counts[block - 1] }
    for first in counts { directory.add(first) }
    var next = counts.map(Int.init)
    let empty = IndexRow(number: 0, day: CivilDay(daysSinceEpoch: 0), weight: 0, roles: [])
    var rows = [IndexRow](repeating: empty, count: Int(counts[IndexBlock.count]))
    for (number, draft) in drafts.enumerated() {
      for (block, row) in draft.rows {
        rows[next[block]] = row
        rows[next[block]].number = UInt32(number)
        next[block] += 1
      }
    }
    for row in rows { row.write(to: &writer) }
  }

  private static func write(_ digests: [Entry], to writer: inout ByteWriter) {
    let offsetsStart = writer.bytes.count
    let digestsStart = offsetsStart + (digests.count + 1) * 4
    var body = ByteWriter()
    for entry in digests {
      writer.add(UInt32(digestsStart + body.bytes.count))
      EntryDigest.write(entry, to: &body)
    }
    writer.add(UInt32(digestsStart + body.bytes.count))
    writer.add(body.bytes)
  }
}

// MARK: - What an entry is remembered by

extension IndexBuilder {
  private static func rows(of entry: Entry) -> [(block: Int, row: IndexRow)] {
    let weight = entry.fields.weight ?? 1
    func row(_ day: CivilDay, through last: CivilDay? = nil, _ roles: IndexRow.Roles) -> IndexRow {
      IndexRow(number: 0, day: day, lastDay: last, weight: weight, roles: roles)
    }
    func onDay(_ day: CivilDay, _ roles: IndexRow.Roles) -> (block: Int, row: IndexRow) {
      (IndexBlock.day(day.month, day.day), row(day, roles))
    }
    if let observed = entry.fields.observed, let month = observed.month {
      guard let day = firstDayOfKnownYear(entry.date) else { return [] }
      return [(IndexBlock.observances(month), row(day, IndexRow.packed(observed)))]
    }
    let (start, end) = (entry.date.startDay, entry.date.endDay)
    guard start != nil || end != nil else { return monthRows(of: entry.date, weight: weight) }
    guard let start else { return end.map { [onDay($0, [.end, .any])] } ?? [] }
    guard let end else { return [onDay(start, [.start, .any])] }
    guard start < end else { return [onDay(start, .all)] }
    let spans = months(from: start, through: end).map { (IndexBlock.spans($0), row(start, through: end, .any)) }
    return [onDay(start, .start), onDay(end, .end)] + spans
  }

  /// Dates that name a month and no day; of a range its first and its last month.
  private static func monthRows(of date: EntryDate, weight: Int) -> [(block: Int, row: IndexRow)] {
    guard date.shape != .set, !date.isApproximate, !date.isUncertain else { return [] }
    func row(_ day: CivilDay, _ roles: IndexRow.Roles) -> (block: Int, row: IndexRow) {
      (IndexBlock.months(day.month), IndexRow(number: 0, day: day, weight: weight, roles: roles))
    }
    let start = date.startPrecision == .month ? date.firstDay : nil
    let end = date.endPrecision == .month ? date.lastDay : nil
    switch (start, end) {
    case (nil, nil): return []
    case (let start?, nil): return [row(start, [.start, .any])]
    case (nil, let end?): return [row(end, [.end, .any])]
    case (let start?, let end?):
      if (start.year, start.month) == (end.year, end.month) { return [row(start, .all)] }
      return [row(start, [.start, .any]), row(end, .end)]
    }
  }

  /// The first day of a date whose year is sure.
  private static func firstDayOfKnownYear(_ date: EntryDate) -> CivilDay? {
    guard date.shape != .set, !date.isApproximate, !date.isUncertain, date.startPrecision >= .year else { return nil }
    return date.firstDay
  }

  /// The months of the year that a span touches.
  private static func months(from start: CivilDay, through end: CivilDay) -> [Int] {
    let first = start.year * 12 + start.month - 1
    let last = end.year * 12 + end.month - 1
    return (first...min(last, first + 11)).map { ($0 % 12 + 12) % 12 + 1 }
  }
}
