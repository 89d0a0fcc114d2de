internal import Delivery
internal import Synchronization

/// The secrets that no log may show; they are added to when settings are read again, and never forgotten.
final class LogSecrets: Sendable {
  private struct Known {
    var secrets: Set<Secret> = []
    var redactor = Redactor([])
  }

  private let known = Mutex(Known())

  init(_ secrets: [Secret] = []) {
    add(secrets)
  }

  func add(_ secrets: [Secret]) {
    known.withLock { known in
      guard !known.secrets.isSuperset(of: secrets) else { return }
      known.secrets.formUnion(secrets)
      known.redactor = Redactor(Array(known.secrets))
    }
  }

  /// The text without any secret.
  func redact(_ text: String) -> String {
    known.withLock(\.redactor).redact(text)
  }
}
