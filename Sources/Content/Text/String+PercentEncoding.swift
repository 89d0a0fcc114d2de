internal import Timeline

extension String {
  /// An address whose letters beyond ASCII are percent-encoded behind its host, as networks want it (RFC 3986, 2.1): X's
  /// links, for one, end at the first of them.
  var percentEncodedAddress: String {
    guard let scheme = self[...].firstRange(ofExactly: "://"),
      let host = utf8[scheme.upperBound...].firstIndex(where: { "/?#".utf8.contains($0) })
    else { return self }
    let rest = self[host...].unicodeScalars
    guard rest.contains(where: { !$0.isASCII }) else { return self }
    return self[..<host] + rest.map { $0.isASCII ? String($0) : String($0).percentEncoded() }.joined()
  }

  /// Percent-encodes every byte but the unreserved characters (RFC 3986, 2.3) and those of `kept`.
  package func percentEncoded(keeping kept: String = "") -> String {
    utf8.map { byte in
      let isPlain = UInt32(byte).isASCIIAlphanumeric || "-._~".utf8.contains(byte) || kept.utf8.contains(byte)
      let digits = String(byte, radix: 16, uppercase: true)
      return isPlain ? String(UnicodeScalar(byte)) : "%" + (digits.utf8.count < 2 ? "0" : "") + digits
    }.joined()
  }
}
