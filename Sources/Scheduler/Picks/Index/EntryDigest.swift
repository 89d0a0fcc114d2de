internal import FoundationEssentials
internal import Timeline

/// What an index keeps of an entry: enough to choose and to name it, without its text.
///
/// The layout: flags, the numbers of people and tags, their hashes, then id and the rest as texts.
struct EntryDigest {
  private static let hasWeight: UInt8 = 1
  private static let hasWrittenID: UInt8 = 2
  private static let mostNames = 255

  static func write(_ entry: Entry, to writer: inout ByteWriter) {
    let people = entry.fields.people.prefix(mostNames)
    let tags = entry.fields.tags.prefix(mostNames)
    writer.add((entry.fields.weight == nil ? 0 : hasWeight) | (entry.isIDWritten ? hasWrittenID : 0))
    writer.add(UInt8(people.count))
    writer.add(UInt8(tags.count))
    for name in people + tags { writer.add(NameHash.of(name)) }
    writer.add(entry.id)
    writer.add(entry.displayTitle)
    writer.add(entry.date.edtf)
    writer.add(entry.dateText)
    writer.add(entry.fields.observed?.description ?? "")
    writer.add(Int64(entry.fields.weight ?? 0))
    writer.add(UInt32(clamping: entry.position.line))
    for name in people + tags { writer.add(name) }
  }

  /// Where the entry's digest begins in ``data``.
  let offset: Int
  let data: Data

  var id: String {
    var reader = Reader(data: data, offset: offset + 3 + nameCount * 4)
    return reader.text()
  }

  private var nameCount: Int {
    Int(data.bytes.byte(at: offset + 1)) + Int(data.bytes.byte(at: offset + 2))
  }

  /// How many of the entry's people and tags are among those given.
  func shared(people: [UInt32], tags: [UInt32]) -> (people: Int, tags: Int) {
    let bytes = data.bytes
    let peopleCount = Int(bytes.byte(at: offset + 1))
    let count = peopleCount + Int(bytes.byte(at: offset + 2))
    var shared = (people: 0, tags: 0)
    for index in 0..<count {
      let hash = bytes.number(at: offset + 3 + index * 4)
      if index < peopleCount {
        if people.contains(hash) { shared.people += 1 }
      } else if tags.contains(hash) {
        shared.tags += 1
      }
    }
    return shared
  }

  /// The entry without its text; nil for a date that this version cannot read.
  var entry: Entry? {
    let flags = data.bytes.byte(at: offset)
    let peopleCount = Int(data.bytes.byte(at: offset + 1))
    var reader = Reader(data: data, offset: offset + 3 + nameCount * 4)
    let (id, title, edtf, dateText) = (reader.text(), reader.text(), reader.text(), reader.text())
    guard let date = try? EntryDate(edtf: edtf) else { return nil }
    var fields = EntryFields()
    fields.observed = NthWeekday(reader.text())
    let weight = reader.word()
    if flags & Self.hasWeight != 0 { fields.weight = Int(Int64(bitPattern: weight)) }
    let line = reader.number()
    let names = (0..<nameCount).map { _ in reader.text() }
    fields.people = Array(names.prefix(peopleCount))
    fields.tags = Array(names.dropFirst(peopleCount))
    return Entry(
      id: id, isIDWritten: flags & Self.hasWrittenID != 0, date: date, dateText: dateText, title: title, fields: fields,
      position: Timeline.SourcePosition(line: Int(line)))
  }

  private struct Reader {
    let data: Data
    var offset: Int

    mutating func number() -> UInt32 {
      defer { offset += 4 }
      return data.bytes.number(at: offset)
    }

    mutating func word() -> UInt64 {
      defer { offset += 8 }
      return data.bytes.word(at: offset)
    }

    mutating func text() -> String {
      let length = Int(number())
      defer { offset += length }
      let start = data.startIndex + offset
      return String(decoding: data[start..<start + length], as: UTF8.self)
    }
  }
}

/// A short hash of a person or a tag, the same in every run (FNV-1a, 32 bits).
enum NameHash {
  static func of(_ name: String) -> UInt32 {
    name.utf8.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 }
  }
}
