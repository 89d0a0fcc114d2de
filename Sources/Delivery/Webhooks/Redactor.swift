/// Takes secret values out of texts that people or files get to see.
package struct Redactor: Sendable {
  /// What stands in the place of a secret.
  package static let mark = "[redacted]"

  /// The values to look for, longest first, so that a secret inside another leaves no rest.
  private let values: [[UInt8]]

  /// Makes a redactor for these secrets in the spellings in which an answer may echo them: as they are, without
  /// `whsec_`, percent-encoded, and with the slashes escaped that some writers of JSON escape.
  package init(_ secrets: [Secret]) {
    var spellings: Set<String> = []
    for secret in secrets.map({ $0.reveal() }) {
      let bare = secret.hasPrefix(WebhookSecret.prefix) ? String(secret.dropFirst(WebhookSecret.prefix.count)) : secret
      for text in [secret, bare] {
        spellings.insert(text)
        spellings.insert(Self.percentEncoded(text))
        spellings.insert(Self.percentEncoded(text).lowercasingEscapes())
        spellings.insert(text.replacing("/", with: "\\/"))
      }
    }
    // A shorter value would blank out ordinary words.
    values = spellings.map { Array($0.utf8) }.filter { $0.count >= 4 }.sorted { $0.count > $1.count }
  }

  /// The text with every secret replaced by ``mark``.
  package func redact(_ text: String) -> String {
    values.isEmpty ? text : String(decoding: redact(Array(text.utf8)), as: UTF8.self)
  }

  /// The bytes with every secret replaced by ``mark``; a secret that is cut off at the end of the bytes goes too.
  package func redact(_ bytes: [UInt8]) -> [UInt8] {
    guard !values.isEmpty else { return bytes }
    var clean: [UInt8] = []
    clean.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if let length = secretLength(in: bytes, at: index) {
        clean.append(contentsOf: Self.mark.utf8)
        index += length
      } else {
        clean.append(bytes[index])
        index += 1
      }
    }
    return clean
  }

  private func secretLength(in bytes: [UInt8], at start: Int) -> Int? {
    let rest = bytes[start...]
    for value in values where value[0] == bytes[start] {
      if rest.starts(with: value) { return value.count }
      if rest.count >= 4, rest.count < value.count, value.starts(with: rest) { return rest.count }
    }
    return nil
  }

  private static func percentEncoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF")
    return text.utf8.reduce(into: "") { encoded, byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      default: encoded += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }
  }
}

extension String {
  /// `%3d` for `%3D`: a percent-encoded text holds no other capitals after a `%`.
  fileprivate func lowercasingEscapes() -> String {
    var left = 0
    return reduce(into: "") { text, character in
      text += left > 0 ? character.lowercased() : String(character)
      left = character == "%" ? 2 : max(0, left - 1)
    }
  }
}
