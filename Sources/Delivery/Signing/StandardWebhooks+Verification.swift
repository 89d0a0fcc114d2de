internal import Crypto
package import FoundationEssentials

extension StandardWebhooks {
  /// How far a timestamp may be off, in seconds, in either direction.
  package static let tolerance: TimeInterval = 300

  /// Verifies what a receiver got; several secrets are tried, so that a rotation does not interrupt it.
  ///
  /// `headers` may be in any order and case. Signatures of unknown versions are passed over.
  package static func verify(
    headers: [HTTPHeader], body: [UInt8], secrets: [Secret], now: Date
  ) throws(VerificationError) {
    let value = { (name: String) in headers.first { $0.name.lowercased() == name }?.value ?? "" }
    let id = value(HeaderName.id)
    let timestamp = value(HeaderName.timestamp)
    let signatures = value(HeaderName.signature)
    for (name, text) in [
      (HeaderName.id, id), (HeaderName.timestamp, timestamp), (HeaderName.signature, signatures),
    ] where text.isEmpty {
      throw .missingHeader(name)
    }
    guard let seconds = Int64(timestamp) else { throw .timestampNotANumber }
    let age = now.timeIntervalSince1970.rounded(.down) - TimeInterval(seconds)
    guard age <= tolerance else { throw .tooOld(seconds: age) }
    guard age >= -tolerance else { throw .tooNew(seconds: -age) }
    let signed = Data("\(id).\(timestamp).".utf8) + body
    let codes = signatures.split(separator: " ").filter { $0.hasPrefix("v1,") }
      .compactMap { Data(base64Encoded: String($0.dropFirst(3))) }
    for key in secrets.compactMap(WebhookSecret.key) {
      let symmetric = SymmetricKey(data: key)
      // This comparison takes the same time wherever the difference is.
      if codes.contains(where: { HMAC<SHA256>.isValidAuthenticationCode($0, authenticating: signed, using: symmetric) })
      {
        return
      }
    }
    throw .noMatch
  }
}

/// Why a received message is not to be trusted.
package enum VerificationError: Error, Hashable, Sendable {
  case missingHeader(String)
  case timestampNotANumber
  case tooOld(seconds: Double)
  case tooNew(seconds: Double)
  case noMatch
}

extension VerificationError: CustomStringConvertible {
  /// A sentence for people without a full stop.
  package var description: String {
    switch self {
    case .missingHeader(let name): "the header \(name) is missing"
    case .timestampNotANumber: "webhook-timestamp is not a number of seconds"
    case .tooOld(let seconds): "signed \(Int(exactly: seconds) ?? .max) seconds ago; 300 are allowed"
    case .tooNew(let seconds): "signed \(Int(exactly: seconds) ?? .max) seconds in the future; 300 are allowed"
    case .noMatch: "no signature matches the secret"
    }
  }
}
