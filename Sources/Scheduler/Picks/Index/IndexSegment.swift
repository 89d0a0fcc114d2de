internal import FoundationEssentials
internal import Timeline

/// What one timeline says about days, month and day first: as bytes, which a cache file holds as they are.
///
/// Only the rows of the days that are asked for are looked at, so that a pick does not grow with the timeline, and a
/// mapped file is ready at once. Layout, all numbers with the lowest byte first:
///
///     0   "DBKINDEX"      8   version     16  checksum of all that follows     24  a stamp (``IndexStamp``)
///     64  the first row of each block (``IndexBlock``), and the number of rows
///     then the rows of 16 bytes, the offsets of the entries' digests, and the digests (``EntryDigest``)
struct IndexSegment: Sendable {
  static let magic = Array("DBKINDEX".utf8)
  static let version: UInt64 = 1
  static let headerSize = 24 + IndexStamp.size
  static let checkedFrom = 24

  private let data: Data
  /// The entries by their numbers, where they are at hand; else their digests are read from ``data``.
  private let entries: [Entry]?
  private let rowsStart: Int
  private let offsetsStart: Int

  /// Takes bytes that were just built.
  init(_ data: Data, entries: [Entry]? = nil) {
    self.data = data
    self.entries = entries
    rowsStart = Self.headerSize + (IndexBlock.count + 1) * 4
    let rowCount = Int(data.bytes.number(at: Self.headerSize + IndexBlock.count * 4))
    offsetsStart = rowsStart + rowCount * IndexRow.size
  }

  /// Takes bytes from a file; nil when they are damaged, or another version's.
  init?(reading data: Data) {
    let bytes = data.bytes
    guard bytes.byteCount >= Self.headerSize + (IndexBlock.count + 1) * 4,
      data.starts(with: Self.magic), bytes.word(at: 8) == Self.version,
      bytes.word(at: 16) == Checksum.of(data, from: Self.checkedFrom)
    else { return nil }
    self.init(data)
  }

  var stamp: IndexStamp { IndexStamp(data.bytes, at: Self.checkedFrom) }

  /// The same bytes with another stamp.
  func data(with stamp: IndexStamp) -> Data {
    var writer = ByteWriter()
    stamp.write(to: &writer)
    var data = data
    data.replaceSubrange(Self.checkedFrom..<Self.headerSize, with: writer.bytes)
    return Self.sealed(data)
  }

  /// Puts the checksum in its place.
  static func sealed(_ data: Data) -> Data {
    var writer = ByteWriter()
    writer.add(Checksum.of(data, from: checkedFrom))
    var data = data
    data.replaceSubrange(16..<checkedFrom, with: writer.bytes)
    return data
  }

  /// Calls `body` with each row of a block.
  func forEachRow(in block: Int, _ body: (IndexRow) -> Void) {
    let bytes = data.bytes
    let directory = Self.headerSize + block * 4
    let range = Int(bytes.number(at: directory))..<Int(bytes.number(at: directory + 4))
    for index in range { body(IndexRow(bytes, at: rowsStart + index * IndexRow.size)) }
  }

  func rowCount(in block: Int) -> Int {
    let directory = Self.headerSize + block * 4
    return Int(data.bytes.number(at: directory + 4) - data.bytes.number(at: directory))
  }

  func id(of number: UInt32) -> String {
    entries?[Int(number)].id ?? digest(number).id
  }

  /// The entry, from a cache file without its text; nil where the cache cannot say it.
  func entry(_ number: UInt32) -> Entry? {
    guard let entries else { return digest(number).entry }
    return entries[Int(number)]
  }

  /// How many of an entry's people and tags are among those given.
  func shared(_ number: UInt32, people: [UInt32], tags: [UInt32]) -> (people: Int, tags: Int) {
    guard let entry = entries?[Int(number)] else { return digest(number).shared(people: people, tags: tags) }
    return (
      entry.fields.people.count { people.contains(NameHash.of($0)) },
      entry.fields.tags.count { tags.contains(NameHash.of($0)) }
    )
  }

  private func digest(_ number: UInt32) -> EntryDigest {
    let offset = Int(data.bytes.number(at: offsetsStart + Int(number) * 4))
    return EntryDigest(offset: offset, data: data)
  }
}
