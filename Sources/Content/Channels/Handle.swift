/// What a person's handle looks like on one network, so that none is taken for another network's.
package struct Handle: Sendable {
  /// A handle as people write it in the settings, for messages.
  package let example: String
  private let isValid: @Sendable (Substring) -> Bool

  /// Whether a handle, with `@` in front or without, is of this form.
  package func accepts(_ handle: String) -> Bool {
    isValid(handle.hasPrefix("@") ? handle.dropFirst() : handle[...])
  }

  /// Anything without white space: the network links no handles in a text.
  package static let any = Handle(example: "name") { !$0.isEmpty && !$0.contains(where: \.isWhitespace) }

  /// X: up to 20 ASCII letters, digits and low lines (`validMentionOrList.js` of twitter-text).
  package static let x = Handle(example: "name") { handle in
    (1...20).contains(handle.utf8.count) && handle.utf8.allSatisfy(isWord)
  }

  /// Bluesky: a domain (`com.atproto.identity` handles; at least two labels, no `-` at the end of one).
  package static let domain = Handle(example: "name.bsky.social", isValid: isDomain)

  /// Mastodon: with the server, so that the mention works from every other server.
  package static let mastodon = Handle(example: "\"@name@example.social\"") { handle in
    let parts = handle.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, let name = parts.first, let server = parts.last else { return false }
    let isName = !name.isEmpty && name.utf8.allSatisfy { isWord($0) || $0 == 0x2E || $0 == 0x2D }
    return isName && isDomain(server)
  }

  /// Threads and Instagram: up to 30 ASCII letters, digits, low lines and full stops.
  package static let meta = Handle(example: "name") { handle in
    (1...30).contains(handle.utf8.count) && handle.utf8.allSatisfy { isWord($0) || $0 == 0x2E }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    UInt32(byte).isASCIIAlphanumeric || byte == UInt8(ascii: "_")
  }

  @Sendable private static func isDomain(_ text: Substring) -> Bool {
    let labels = text.split(separator: ".", omittingEmptySubsequences: false)
    return labels.count > 1
      && labels.allSatisfy { label in
        let bytes = label.utf8
        guard let first = bytes.first, let last = bytes.last, first != 0x2D, last != 0x2D else { return false }
        return bytes.allSatisfy { UInt32($0).isASCIIAlphanumeric || $0 == 0x2D || $0 > 0x7F }
      }
  }
}
