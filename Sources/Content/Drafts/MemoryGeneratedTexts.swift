internal import Synchronization

/// Generated texts in memory, for tests and for runs that change nothing.
package final class MemoryGeneratedTexts: GeneratedTexts {
  private let texts: Mutex<[String: String]>

  package init(_ texts: [String: String] = [:]) {
    self.texts = Mutex(texts)
  }

  package func text(ofDraft id: String) -> String? {
    texts.withLock { $0[id] }
  }

  package func record(_ text: String, ofDraft id: String) {
    texts.withLock { $0[id] = text }
  }
}
