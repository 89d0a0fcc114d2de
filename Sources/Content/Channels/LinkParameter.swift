/// One parameter that a channel adds to the links of its posts.
package struct LinkParameter: Hashable, Sendable {
  package var name: String
  package var value: String

  package init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}

extension [LinkParameter] {
  /// The address with these parameters behind those it has, in front of its fragment.
  ///
  /// A parameter that the address has already stays as it is, and so does an address that is not `http(s)`.
  func added(to url: String) -> String {
    guard !isEmpty, url.hasPrefix("https://") || url.hasPrefix("http://") else { return url }
    let hash = url.firstIndex(of: "#") ?? url.endIndex
    let address = url[..<hash]
    let query = address.firstIndex(of: "?").map { address[address.index(after: $0)...] }
    let known = Set((query ?? "").split(separator: "&").map { $0.prefix { $0 != "=" } })
    let added = filter { !known.contains($0.name[...]) }
      .map { "\(Self.encoded($0.name))=\(Self.encoded($0.value))" }
    guard !added.isEmpty else { return url }
    let mark = query == nil ? "?" : query?.isEmpty ?? true || address.hasSuffix("&") ? "" : "&"
    return address + mark + added.joined(separator: "&") + url[hash...]
  }

  /// Percent-encodes everything but the unreserved characters (RFC 3986, 2.3).
  private static func encoded(_ text: String) -> String {
    text.utf8.map { byte in
      let isPlain = UInt32(byte).isASCIIAlphanumeric || "-._~".utf8.contains(byte)
      let digits = String(byte, radix: 16, uppercase: true)
      return isPlain ? String(UnicodeScalar(byte)) : "%" + (digits.utf8.count < 2 ? "0" : "") + digits
    }.joined()
  }
}
