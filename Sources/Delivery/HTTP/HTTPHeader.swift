/// One header field of a request or an answer.
package struct HTTPHeader: Sendable, Hashable {
  package var name: String
  package var value: String

  package init(name: String, value: String) {
    self.name = name
    self.value = value
  }

  /// Whether it can be sent: the name a token, the value without control characters (RFC 9110, 5.1 and 5.5).
  ///
  /// libcurl passes line breaks on as they are, which would let a value add headers of its own.
  var isSafe: Bool {
    let others = "!#$%&'*+-.^_`|~".utf8
    let isToken = name.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || others.contains($0)
    }
    return !name.isEmpty && isToken && value.utf8.allSatisfy { ($0 >= 0x20 && $0 != 0x7F) || $0 == 0x09 }
  }
}
