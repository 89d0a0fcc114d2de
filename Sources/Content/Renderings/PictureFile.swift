/// A picture of the publication that goes with an e-mail.
struct PictureFile: Hashable {
  /// The kinds that mail clients show, told by their first bytes.
  enum Kind: String {
    case jpeg, png, gif, webp
  }

  let name: String
  let kind: Kind
  let bytes: [UInt8]

  /// Takes the bytes of a file; nil when they are no picture that mail clients show.
  init?(path: String, bytes: [UInt8]) {
    guard let kind = Self.kind(of: bytes) else { return nil }
    self.kind = kind
    self.bytes = bytes
    let last = path.split(separator: "/").last.map(String.init) ?? path
    name = String(last.map { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) ? $0 : "-" })
  }

  private static func kind(of bytes: [UInt8]) -> Kind? {
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return .png }
    if bytes.starts(with: "GIF8".utf8) { return .gif }
    return bytes.starts(with: "RIFF".utf8) && bytes.dropFirst(8).starts(with: "WEBP".utf8) ? .webp : nil
  }
}

extension Draft {
  /// The file in the publication that a relative address in this draft means; nil when it lies outside of it.
  package func path(ofPicture url: String) -> String? {
    guard SafeURL.isPicture(url), !url.contains("://"), !url.hasPrefix("/") else { return nil }
    var parts = path.split(separator: "/").dropLast().map(String.init)
    for part in url.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(Self.decoded(part))
      } else if parts.popLast() == nil {
        return nil
      }
    }
    return parts.joined(separator: "/")
  }

  /// A part of an address without its percent signs; one that has a slash or a NUL in it stays as it is.
  private static func decoded(_ part: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = part.utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let code = UInt8(String(Substring(rest.prefix(2))), radix: 16), rest.count >= 2 {
        bytes.append(code)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    let isPlain = bytes != Array("..".utf8) && !bytes.contains(0) && !bytes.contains(UInt8(ascii: "/"))
    return isPlain ? String(decoding: bytes, as: UTF8.self) : String(part)
  }
}
