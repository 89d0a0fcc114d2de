package import FoundationEssentials

/// A signing key as Standard Webhooks writes it: `whsec_` and the key in Base64.
package enum WebhookSecret {
  /// What a written key begins with.
  package static let prefix = "whsec_"

  /// The bytes of the key, or nil where the text is not Base64; prefix and padding may be missing.
  package static func key(_ secret: Secret) -> Data? {
    let text = secret.reveal()
    let encoded = text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : text
    let padding = String(repeating: "=", count: (4 - encoded.utf8.count % 4) % 4)
    guard let bytes = Data(base64Encoded: encoded + padding), !bytes.isEmpty else { return nil }
    return bytes
  }
}
