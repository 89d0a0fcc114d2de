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
      .map { "\($0.name.percentEncoded())=\($0.value.percentEncoded())" }
    guard !added.isEmpty else { return url }
    let mark = query == nil ? "?" : query?.isEmpty ?? true || address.hasSuffix("&") ? "" : "&"
    return address + mark + added.joined(separator: "&") + url[hash...]
  }
}
