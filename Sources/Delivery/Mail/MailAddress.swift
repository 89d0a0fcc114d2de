/// An address of a person or a desk, as `desk@example.org` or `The Bell Lap <desk@example.org>`.
package struct MailAddress: Sendable, Hashable {
  /// The address alone, for the envelope.
  package let address: String
  /// As it was written, for the header field.
  package let text: String

  /// Reads an address; nil for what is none, or cannot be sent to without SMTPUTF8 (RFC 6531).
  package init?(_ text: String) {
    var address = text[...]
    if let open = text.lastIndex(of: "<") {
      guard text.last == ">" else { return nil }
      address = text[text.index(after: open)...].dropLast()
    }
    let parts = address.split(separator: "@", omittingEmptySubsequences: false)
    // What could end a command, or the address within it.
    let isPlain = address.utf8.allSatisfy { (0x21...0x7E).contains($0) && !"<>\"(),:;\\[]".utf8.contains($0) }
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), isPlain,
      text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) })
    else { return nil }
    self.address = String(address)
    self.text = text
  }
}
