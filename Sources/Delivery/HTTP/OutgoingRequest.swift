/// One POST request, or one message to a mail server, with the limits under which it may be made.
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
  /// From whom to whom, where the URL is a mail server's and the body a whole message.
  package var mail: MailRoute?
  /// The proxy that the connection is made to; nil connects directly.
  package var proxy: ProxyRoute?

  package init(
    url: WebhookURL, address: String? = nil, network: NetworkScope, headers: [HTTPHeader], body: [UInt8],
    deadlines: Deadlines = Deadlines(),
    caFile: String? = nil, mail: MailRoute? = nil, proxy: ProxyRoute? = nil
  ) {
    self.url = url
    self.address = address ?? url.reveal()
    self.network = network
    self.headers = headers
    self.body = body
    self.deadlines = deadlines
    self.caFile = caFile
    self.mail = mail
    self.proxy = proxy
  }
}
