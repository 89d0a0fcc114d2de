/// The body of a request as it was when the delivery was accepted; every attempt sends these very bytes.
package struct Payload: Sendable, Hashable {
  package var body: [UInt8]
  package var contentType: String

  package init(body: [UInt8], contentType: String = "application/json") {
    self.body = body
    self.contentType = contentType
  }
}
