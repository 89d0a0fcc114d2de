internal import Crypto

/// The SHA-256 of a text, written `sha256:` and 64 hexadecimal digits.
package struct TextHash: Hashable, Sendable, CustomStringConvertible {
  /// The hash as it stands in front matter.
  package let description: String

  /// Hashes the UTF-8 bytes of `text`.
  package init(of text: String) {
    let digits = Array("0123456789abcdef".utf8)
    var written = Array("sha256:".utf8)
    for byte in SHA256.hash(data: Array(text.utf8)) {
      written.append(digits[Int(byte >> 4)])
      written.append(digits[Int(byte & 15)])
    }
    description = String(decoding: written, as: UTF8.self)
  }

  /// Reads a hash as front matter writes it; nil for anything else.
  package init?(_ text: String) {
    let digits = text.utf8.dropFirst(7)
    let isHexadecimal = digits.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    guard text.hasPrefix("sha256:"), digits.count == 64, isHexadecimal else { return nil }
    description = text
  }
}
