/// Why a request got no answer.
package struct TransferFailure: Error, Hashable, Sendable {
  package var kind: Kind
  /// A sentence for people without a full stop, as in `connection refused`.
  package var message: String

  /// What went wrong.
  package enum Kind: Sendable, Hashable {
    case lookup, connection, tls, timeout
    /// The address that the name led to is outside the webhook's network.
    case forbiddenAddress
    /// The connection broke, or what came was no HTTP.
    case broken
    /// The answer's headers were endless.
    case tooLarge
    /// The request itself cannot be sent.
    case unsendable
    /// The loop was shut down, or the task cancelled, before an answer came.
    case stopped
  }

  package init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
  }
}

extension TransferFailure: CustomStringConvertible {
  package var description: String { message }
}
