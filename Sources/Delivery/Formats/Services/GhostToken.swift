internal import Crypto
internal import FoundationEssentials

/// The token of Ghost's Admin API: a JWT after RFC 7519, signed with HS256 and the key's hex-decoded secret.
enum GhostToken {
  /// How long a token is good for, in seconds; Ghost takes five minutes at most.
  static let lifetime = 240

  /// Makes a token of an Admin API key, which reads `id:secret`.
  static func make(_ key: String, at date: Date) throws(SigningError) -> String {
    let parts = key.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, isHexadecimal(parts[0]), let secret = bytes(parts[1]), !secret.isEmpty else {
      throw .ghostKeyMalformed
    }
    let issued = Int(date.timeIntervalSince1970)
    let head = "{\"alg\":\"HS256\",\"kid\":\"\(parts[0])\",\"typ\":\"JWT\"}"
    let claims = "{\"aud\":\"/admin/\",\"exp\":\(issued + lifetime),\"iat\":\(issued)}"
    let signed = "\(base64URL(Data(head.utf8))).\(base64URL(Data(claims.utf8)))"
    let code = HMAC<SHA256>.authenticationCode(for: Data(signed.utf8), using: SymmetricKey(data: secret))
    return "\(signed).\(base64URL(Data(code)))"
  }

  private static func isHexadecimal(_ text: Substring) -> Bool {
    !text.isEmpty && text.allSatisfy { $0.isASCII && $0.isHexDigit }
  }

  private static func bytes(_ text: Substring) -> [UInt8]? {
    let digits = text.compactMap { $0.isASCII ? $0.hexDigitValue : nil }
    guard digits.count == text.count, digits.count.isMultiple(of: 2) else { return nil }
    return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
  }

  /// Base64 for addresses, without padding (RFC 4648, section 5).
  private static func base64URL(_ data: Data) -> String {
    String(
      data.base64EncodedString().compactMap { character -> Character? in
        switch character {
        case "+": "-"
        case "/": "_"
        case "=": nil
        default: character
        }
      })
  }
}
