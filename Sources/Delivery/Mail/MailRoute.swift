/// From whom to whom a message goes, and what the mail server wants to see.
package struct MailRoute: Sendable, Hashable {
  package var from: MailAddress
  package var to: [MailAddress]
  package var login: Login?
  /// Whether a server that offers no TLS gets nothing at all; false only on this machine.
  package var needsTLS: Bool

  /// Who sends, to a server that asks.
  package struct Login: Sendable, Hashable {
    package var user: String
    package var password: Secret

    package init(user: String, password: Secret) {
      self.user = user
      self.password = password
    }
  }

  package init(from: MailAddress, to: [MailAddress], login: Login? = nil, needsTLS: Bool = true) {
    self.from = from
    self.to = to
    self.login = login
    self.needsTLS = needsTLS
  }
}
