extension String {
  /// Percent-encodes every byte but the unreserved characters (RFC 3986, 2.3) and those of `kept`.
  package func percentEncoded(keeping kept: String = "") -> String {
    utf8.map { byte in
      let isPlain = UInt32(byte).isASCIIAlphanumeric || "-._~".utf8.contains(byte) || kept.utf8.contains(byte)
      let digits = String(byte, radix: 16, uppercase: true)
      return isPlain ? String(UnicodeScalar(byte)) : "%" + (digits.utf8.count < 2 ? "0" : "") + digits
    }.joined()
  }
}
