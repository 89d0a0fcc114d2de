internal import FoundationEssentials
internal import Timeline

/// What one timeline says about days, month and day first: as bytes, which a cache file holds as they are.
///
/// Only the rows of the days that are asked for are looked at, and only their pages are checked, so that a pick does
/// not grow with the timeline, and a mapped file is ready at once. Layout, all numbers with the lowest byte first:
///
///     0   "DBKINDEX"      8   version     16  checksum of the rest of the head      24  a stamp (``IndexStamp``)
///     64  the first row of each block (``IndexBlock``), and the number of rows
///     then the size of the body, and the checksum of each of its pages (``PageChecks``): so far the head
///     then the body: the rows of 16 bytes, the offsets of the entries' digests and of their end, and the digests
///     (``EntryDigest``); offsets count from the beginning of the body
struct IndexSegment: Sendable {
  static let magic = Array("DBKINDEX".utf8)
  static let version: UInt64 = 2
  private static let directoryStart = 24 + IndexStamp.size
  private static let sizeStart = directoryStart + (IndexBlock.count + 1) * 4
  private static let checkedFrom = 24

  private let data: Data
  /// The entries by their numbers, where they are at hand; else their digests are read from ``data``.
  private let entries: [Entry]?
  /// Of bytes from a file.
  private let checks: PageChecks?
  private let rowsStart: Int
  private let offsetsStart: Int

  /// Takes bytes that were just built.
  init(_ data: Data, entries: [Entry]? = nil) {
    self.init(data, entries: entries, checks: nil)
  }

  private init(_ data: Data, entries: [Entry]?, checks: PageChecks?) {
    self.data = data
    self.entries = entries
    self.checks = checks
    rowsStart = Self.bodyStart(Int(data.bytes.word(at: Self.sizeStart)))
    let rowCount = Int(data.bytes.number(at: Self.directoryStart + IndexBlock.count * 4))
    offsetsStart = rowsStart + rowCount * IndexRow.size
  }

  /// Takes bytes from a file; nil when their head is damaged, or another version's.
  init?(reading data: Data) {
    let bytes = data.bytes
    guard bytes.byteCount >= Self.sizeStart + 8, data.starts(with: Self.magic), bytes.word(at: 8) == Self.version,
      let size = Int(exactly: bytes.word(at: Self.sizeStart)), size <= bytes.byteCount
    else { return nil }
    let start = Self.bodyStart(size)
    guard start + size == bytes.byteCount, bytes.word(at: 16) == Checksum.of(data, in: Self.checkedFrom..<start) else {
      return nil
    }
    self.init(data, entries: nil, checks: PageChecks(of: data, sums: Self.sizeStart + 8, pages: start))
  }

  private static func bodyStart(_ size: Int) -> Int {
    sizeStart + 8 + PageChecks.count(size) * 8
  }

  /// Whether something that was looked at is damaged: then nothing that came of it holds.
  var isDamaged: Bool { checks?.isDamaged ?? false }

  var stamp: IndexStamp { IndexStamp(data.bytes, at: Self.checkedFrom) }

  /// The same bytes with another stamp.
  func data(with stamp: IndexStamp) -> Data {
    var writer = ByteWriter()
    stamp.write(to: &writer)
    var data = data
    data.replaceSubrange(Self.checkedFrom..<Self.directoryStart, with: writer.bytes)
    return Self.sealed(data, headSize: rowsStart)
  }

  /// Puts a head, up to its directory, and a body together.
  static func file(head: [UInt8], body: [UInt8]) -> Data {
    var writer = ByteWriter()
    writer.add(head)
    writer.add(UInt64(body.count))
    for sum in PageChecks.sums(of: Data(body)) { writer.add(sum) }
    let headSize = writer.bytes.count
    writer.add(body)
    return sealed(Data(writer.bytes), headSize: headSize)
  }

  /// Puts the head's checksum in its place.
  private static func sealed(_ data: Data, headSize: Int) -> Data {
    var writer = ByteWriter()
    writer.add(Checksum.of(data, in: checkedFrom..<headSize))
    var data = data
    data.replaceSubrange(16..<checkedFrom, with: writer.bytes)
    return data
  }

  /// Calls `body` with each row of a block.
  func forEachRow(in block: Int, _ body: (IndexRow) -> Void) {
    let bytes = data.bytes
    let directory = Self.directoryStart + block * 4
    let range = Int(bytes.number(at: directory))..<Int(bytes.number(at: directory + 4))
    guard isSound(rowsStart + range.lowerBound * IndexRow.size, range.count * IndexRow.size) else { return }
    for index in range { body(IndexRow(bytes, at: rowsStart + index * IndexRow.size)) }
  }

  func rowCount(in block: Int) -> Int {
    let directory = Self.directoryStart + block * 4
    return Int(data.bytes.number(at: directory + 4) - data.bytes.number(at: directory))
  }

  func id(of number: UInt32) -> String {
    entries?[Int(number)].id ?? digest(number)?.id ?? ""
  }

  /// The entry, from a cache file without its text; nil where the cache cannot say it.
  func entry(_ number: UInt32) -> Entry? {
    guard let entries else { return digest(number)?.entry }
    return entries[Int(number)]
  }

  /// How many of an entry's people and tags are among those given.
  func shared(_ number: UInt32, people: [UInt32], tags: [UInt32]) -> (people: Int, tags: Int) {
    guard let entry = entries?[Int(number)] else {
      return digest(number)?.shared(people: people, tags: tags) ?? (0, 0)
    }
    return (
      entry.fields.people.count { people.contains(NameHash.of($0)) },
      entry.fields.tags.count { tags.contains(NameHash.of($0)) }
    )
  }

  private func digest(_ number: UInt32) -> EntryDigest? {
    let place = offsetsStart + Int(number) * 4
    guard isSound(place, 8) else { return nil }
    let (start, end) = (Int(data.bytes.number(at: place)), Int(data.bytes.number(at: place + 4)))
    guard isSound(rowsStart + start, end - start) else { return nil }
    return EntryDigest(offset: rowsStart + start, data: data)
  }

  private func isSound(_ start: Int, _ count: Int) -> Bool {
    checks?.isSound(start..<start + count) ?? true
  }
}
