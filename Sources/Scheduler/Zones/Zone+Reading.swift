extension Zone {
  /// Where Debian's `tzdata` keeps the zones.
  package static let systemFolder = "/usr/share/zoneinfo"

  /// Reads the zone of an IANA name.
  ///
  /// - Parameters:
  ///   - name: the IANA name, as in `Europe/Oslo`.
  ///   - read: gives the bytes of a zone's file, or nil when there is none of that name.
  /// - Throws: ``ZoneError`` for a name that is none, and for a broken file.
  package init(named name: String, read: (_ name: String) -> [UInt8]?) throws(ZoneError) {
    let isSafe = name.utf8.allSatisfy {
      (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || "/_+-".utf8.contains($0)
    }
    guard isSafe, !name.isEmpty, !name.hasPrefix("/"), let bytes = read(name) else {
      throw ZoneError(message: "there is no time zone \"\(name)\"; write an IANA name such as Europe/Oslo")
    }
    guard let zone = Zone(name: name, bytes: bytes) else {
      throw ZoneError(message: "the system's file for the time zone \"\(name)\" is broken; reinstall tzdata")
    }
    self = zone
  }

  /// Reads TZif of version 2 or later (RFC 8536, 3): the second, 64-bit block and the footer.
  init?(name: String, bytes: [UInt8]) {
    guard let small = Header(bytes, at: 0), let large = Header(bytes, at: small.end(timeSize: 4)) else { return nil }
    let times = large.start
    let indices = times + large.timeCount * 8
    let types = indices + large.timeCount
    let footer = large.end(timeSize: 8)
    guard footer < bytes.count, large.typeCount > 0 else { return nil }
    let offsetOfType = (0..<large.typeCount).map { Self.integer(bytes, at: types + $0 * 6, size: 4) }
    let indexOfTransition = bytes[indices..<types].map(Int.init)
    guard indexOfTransition.allSatisfy({ $0 < large.typeCount }) else { return nil }
    self.name = name
    transitions = (0..<large.timeCount).map { Self.integer(bytes, at: times + $0 * 8, size: 8) }
    offsets = indexOfTransition.map { offsetOfType[$0] }
    firstOffset = offsetOfType[0]
    let posix = String(decoding: bytes[(footer + 1)...].prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    guard let rule = posix.isEmpty ? ZoneRule(fixed: offsets.last ?? firstOffset) : ZoneRule(posix) else { return nil }
    self.rule = rule
  }

  private static func integer(_ bytes: [UInt8], at start: Int, size: Int) -> Int {
    let unsigned = bytes[start..<start + size].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let shift = 64 - size * 8
    return Int(Int64(bitPattern: unsigned << shift) >> shift)
  }

  /// The counts at the head of each of a TZif file's two blocks.
  private struct Header {
    /// Where the block's data begins.
    let start: Int
    let timeCount: Int
    let typeCount: Int
    private let otherSizes: (utc: Int, standard: Int, leaps: Int, characters: Int)

    init?(_ bytes: [UInt8], at offset: Int) {
      guard bytes.count >= offset + 44, bytes[offset..<offset + 4].elementsEqual("TZif".utf8), bytes[offset + 4] >= 50
      else { return nil }
      let counts = (0..<6).map { Zone.integer(bytes, at: offset + 20 + $0 * 4, size: 4) }
      guard counts.allSatisfy({ (0...100_000).contains($0) }) else { return nil }
      start = offset + 44
      otherSizes = (counts[0], counts[1], counts[2], counts[5])
      timeCount = counts[3]
      typeCount = counts[4]
    }

    func end(timeSize: Int) -> Int {
      start + timeCount * (timeSize + 1) + typeCount * 6 + otherSizes.characters
        + otherSizes.leaps * (timeSize + 4) + otherSizes.standard + otherSizes.utc
    }
  }
}

extension ZoneRule {
  /// A zone that keeps one offset.
  fileprivate init(fixed offset: Int) {
    self.init(standardOffset: offset, daylightOffset: offset, daylight: nil)
  }
}
