internal import Synchronization

/// What others tell a task that waits for it: whoever changes it rings, and several rings at once are one.
///
/// ```swift
/// for await _ in mailbox.rings {
///   let news = mailbox.withContent { … }
/// }
/// ```
package final class Mailbox<Content: Sendable>: Sendable {
  /// Yields when there is something to look at; for one reader.
  package let rings: AsyncStream<Void>
  private let bell: AsyncStream<Void>.Continuation
  private let content: Mutex<Content>

  package init(_ content: Content) {
    self.content = Mutex(content)
    (rings, bell) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
  }

  /// Changes what is said, and rings.
  package func post(_ change: (inout Content) -> Void) {
    withContent(change)
    ring()
  }

  /// Looks at what was said, and perhaps takes of it.
  package func withContent<Value>(_ body: (inout Content) -> Value) -> Value {
    content.withLock { body(&$0) }
  }

  /// Rings although nothing was said.
  package func ring() {
    bell.yield()
  }
}
