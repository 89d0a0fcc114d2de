/// Which state of a timeline file a segment was built from.
struct IndexStamp: Hashable, Sendable {
  static let size = 40

  /// The file's size in bytes.
  var size: UInt64
  /// When the file was changed last, in nanoseconds since 1970.
  var modified: Int64
  /// When the segment was built, in nanoseconds since 1970.
  var built: Int64
  /// Of the file's bytes.
  var content: UInt64
  /// Of the settings that decide how the file is read.
  var settings: UInt64

  /// A file that was changed so shortly before it was read may have been changed again within the same tick of the clock.
  private static let racyTime: Int64 = 2_000_000_000

  /// Whether size and time alone say that the file is still the same.
  func isSurely(size: Int, modified: Int64) -> Bool {
    self.size == UInt64(size) && self.modified == modified && modified < built - Self.racyTime
  }
}

extension IndexStamp {
  init(_ bytes: RawSpan, at offset: Int) {
    size = bytes.word(at: offset)
    modified = Int64(bitPattern: bytes.word(at: offset + 8))
    built = Int64(bitPattern: bytes.word(at: offset + 16))
    content = bytes.word(at: offset + 24)
    settings = bytes.word(at: offset + 32)
  }

  func write(to writer: inout ByteWriter) {
    writer.add(size)
    writer.add(modified)
    writer.add(built)
    writer.add(content)
    writer.add(settings)
  }
}
