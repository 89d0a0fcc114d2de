/// A value that must never be seen: it prints as `[redacted]` wherever it turns up, and `reveal()` is the one way to it.
package struct Secret: Sendable, Hashable {
  private let value: String

  /// Wraps a value that has been read from the environment, a file or a credential.
  package init(_ value: String) {
    self.value = value
  }

  /// The value itself; for the one place that signs or sends with it.
  package func reveal() -> String {
    value
  }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { Redactor.mark }
  package var debugDescription: String { Redactor.mark }
  package var customMirror: Mirror { Mirror(self, children: [:]) }
}
