package import FoundationEssentials

/// A 64-bit checksum of bytes: tells a changed or damaged file from the one that was there, and defends against nobody.
///
/// Four lanes of multiply and rotate over eight bytes each, so that a timeline of any size is no work to look through.
package enum Checksum {
  private static let prime: UInt64 = 0x9E37_79B1_85EB_CA87

  package static func of(_ data: Data) -> UInt64 {
    of(data, in: 0..<data.count)
  }

  /// Of the bytes from the first of `range` on, which counts from the first of the data.
  static func of(_ data: Data, in range: Range<Int>) -> UInt64 {
    let bytes = data.bytes
    var lanes: (UInt64, UInt64, UInt64, UInt64) = (prime, ~prime, prime &* 3, prime &* 5)
    var offset = range.lowerBound
    while offset + 32 <= range.upperBound {
      lanes.0 = mixed(lanes.0, bytes.word(at: offset))
      lanes.1 = mixed(lanes.1, bytes.word(at: offset + 8))
      lanes.2 = mixed(lanes.2, bytes.word(at: offset + 16))
      lanes.3 = mixed(lanes.3, bytes.word(at: offset + 24))
      offset += 32
    }
    var sum = UInt64(range.count) &* prime
    for lane in [lanes.0, lanes.1, lanes.2, lanes.3] { sum = mixed(sum, lane) }
    while offset < range.upperBound {
      sum = mixed(sum, UInt64(bytes.byte(at: offset)))
      offset += 1
    }
    return sum ^ sum >> 32
  }

  package static func of(_ text: String) -> UInt64 {
    of(Data(text.utf8))
  }

  private static func mixed(_ sum: UInt64, _ word: UInt64) -> UInt64 {
    let product = (sum ^ word) &* prime
    return product << 29 | product >> 35
  }
}

extension RawSpan {
  func byte(at offset: Int) -> UInt8 {
    unsafeLoadUnaligned(fromByteOffset: offset, as: UInt8.self)
  }

  /// Two bytes, the lowest first.
  func short(at offset: Int) -> UInt16 {
    UInt16(littleEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: UInt16.self))
  }

  /// Four bytes, the lowest first.
  func number(at offset: Int) -> UInt32 {
    UInt32(littleEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  /// Eight bytes, the lowest first.
  func word(at offset: Int) -> UInt64 {
    UInt64(littleEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }
}
