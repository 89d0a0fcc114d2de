/// One POST request, with the limits under which it may be made.
package struct OutgoingRequest: Sendable {
  package var url: WebhookURL
  /// What is asked for: the URL itself, or with more in its query.
  package var address: String
  package var network: NetworkScope
  package var headers: [HTTPHeader]
  package var body: [UInt8]
  package var deadlines: Deadlines
  /// A file of certificate authorities in PEM, in place of the system's.
  package var caFile: String?

  package init(
    url: WebhookURL, address: String? = nil, network: NetworkScope, headers: [HTTPHeader], body: [UInt8],
    deadlines: Deadlines = Deadlines(),
    caFile: String? = nil
  ) {
    self.url = url
    self.address = address ?? url.reveal()
    self.network = network
    self.headers = headers
    self.body = body
    self.deadlines = deadlines
    self.caFile = caFile
  }
}
