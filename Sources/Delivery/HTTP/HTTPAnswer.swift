/// What a server answered, as far as it was read.
package struct HTTPAnswer: Sendable, Hashable {
  package var status: Int
  package var headers: [HTTPHeader]
  /// The beginning of the body; the rest is not read.
  package var body: [UInt8]

  package init(status: Int, headers: [HTTPHeader] = [], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// The first header of this name, in any case.
  package func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name }?.value
  }
}
