internal import Crypto
package import FoundationEssentials

/// Signatures after Standard Webhooks 1.0.0 (github.com/standard-webhooks, spec/standard-webhooks.md, 2026-08-17).
package enum StandardWebhooks {
  /// The three headers, in lower case.
  package enum HeaderName {
    package static let id = "webhook-id"
    package static let timestamp = "webhook-timestamp"
    package static let signature = "webhook-signature"
  }

  /// The headers of one attempt, fresh each time; during a rotation every key signs, and one is enough to verify.
  package static func headers(
    id: String, at date: Date, body: [UInt8], secrets: [Secret]
  ) throws(SigningError) -> [HTTPHeader] {
    let seconds = Int(date.timeIntervalSince1970.rounded(.down))
    var signatures: [String] = []
    for secret in secrets {
      guard let key = WebhookSecret.key(secret) else { throw .secretNotBase64 }
      signatures.append(signature(id: id, timestamp: String(seconds), body: body, key: key))
    }
    var headers = [
      HTTPHeader(name: HeaderName.id, value: id), HTTPHeader(name: HeaderName.timestamp, value: String(seconds)),
    ]
    if !signatures.isEmpty {
      headers.append(HTTPHeader(name: HeaderName.signature, value: signatures.joined(separator: " ")))
    }
    return headers
  }

  /// `v1,` and the HMAC-SHA256 of `id.timestamp.body` in Base64.
  static func signature(id: String, timestamp: String, body: [UInt8], key: Data) -> String {
    var hmac = HMAC<SHA256>(key: SymmetricKey(data: key))
    hmac.update(data: Data("\(id).\(timestamp).".utf8))
    hmac.update(data: body)
    return "v1," + Data(hmac.finalize()).base64EncodedString()
  }
}

/// Why a request could not be signed.
package enum SigningError: Error, Hashable, Sendable {
  case secretNotBase64
  /// The format needs a secret and the webhook has none.
  case missingSecret
  /// Not an Admin API key of Ghost's, `id:secret` in hexadecimal digits.
  case ghostKeyMalformed
}

extension SigningError: CustomStringConvertible {
  /// A sentence for people without a full stop.
  package var description: String {
    switch self {
    case .secretNotBase64: "the secret is not of the form whsec_ and Base64"
    case .missingSecret: "this format needs a secret, and the webhook has none"
    case .ghostKeyMalformed: "the secret is not an Admin API key of the form id:secret in hexadecimal digits"
    }
  }
}
