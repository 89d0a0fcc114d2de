/// The entities of HTML in a feed, which XML does not know and feeds use all the same.
enum FeedEntities {
  private static let longestName = 32
  private static let known = ["amp", "lt", "gt", "quot", "apos"]

  /// The document with characters in place of such entities; an unknown one becomes plain text.
  ///
  /// A document that declares entities of its own is left as it is, and so is what stands in CDATA.
  static func replaced(in bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "&")), bytes.firstRange(of: Array("<!ENTITY".utf8)) == nil else { return bytes }
    let opening = Array("<![CDATA[".utf8)
    let closing = Array("]]>".utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let rest = bytes[index...]
      if bytes[index] == UInt8(ascii: "<"), rest.starts(with: opening) {
        let end = rest.firstRange(of: closing)?.upperBound ?? bytes.count
        result += bytes[index..<end]
        index = end
      } else if bytes[index] == UInt8(ascii: "&"), let name = name(in: rest) {
        result += replacement(of: name)
        index += name.utf8.count + 2
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }

  /// The name of the entity that begins a text; nil where no name and no semicolon follow.
  private static func name(in bytes: ArraySlice<UInt8>) -> String? {
    let name = bytes.dropFirst().prefix(longestName).prefix { byte in
      (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
    }
    guard let first = name.first, !(48...57).contains(first), bytes.dropFirst(name.count + 1).first == UInt8(ascii: ";")
    else { return nil }
    return String(decoding: name, as: UTF8.self)
  }

  private static func replacement(of name: String) -> [UInt8] {
    if known.contains(name) { return Array("&\(name);".utf8) }
    return MarkupReader.htmlEntity(name).map { Array("&#\($0.value);".utf8) } ?? Array("&amp;\(name);".utf8)
  }
}
