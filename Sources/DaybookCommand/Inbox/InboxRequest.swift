internal import Delivery
internal import FoundationEssentials

/// One request as the inbox got it.
struct InboxRequest: Sendable {
  var path: String
  var headers: [HTTPHeader]
  var body: [UInt8]

  /// The first value of a header; the name in lower case.
  func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name }?.value
  }

  /// What the request's signature is worth to somebody who knows `secrets`.
  func verdict(secrets: [Secret], now: Date) -> InboxVerdict {
    if secrets.isEmpty { return .unsigned }
    do {
      try StandardWebhooks.verify(headers: headers, body: body, secrets: secrets, now: now)
      return .verified
    } catch {
      return .forged(error.description)
    }
  }
}

/// What the inbox thinks of a request's signature.
enum InboxVerdict: Sendable, Hashable {
  case verified
  /// The signature does not match, or is missing although a secret is known; with the reason.
  case forged(String)
  /// No secret is known, so that nothing could be checked.
  case unsigned

  var description: String {
    switch self {
    case .verified: "signature verified"
    case .forged(let reason): "REFUSED: \(reason)"
    case .unsigned: "signature not checked: no secret is known"
    }
  }
}
