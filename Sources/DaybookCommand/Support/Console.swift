internal import FoundationEssentials
internal import Glibc
internal import Synchronization

/// Where results and messages go: results to standard output, messages to standard error.
enum Console {
  /// Takes messages, where standard error does not: a service's log does.
  ///
  /// One for the process, and no task-local value: the optimised program would crash in `withValue`.
  private static let receiver = Mutex<(@Sendable (String) -> Void)?>(nil)

  /// Lets messages of the whole process go elsewhere from now on; nil for standard error.
  static func redirectMessages(to receiver: (@Sendable (String) -> Void)?) {
    Self.receiver.withLock { $0 = receiver }
  }

  static func print(_ text: String) {
    _ = FileSystem.writeAll(Array((text + "\n").utf8), to: STDOUT_FILENO)
  }

  /// Writes a result that is a file's whole contents, without a line end of its own.
  static func write(_ text: String) {
    _ = FileSystem.writeAll(Array(text.utf8), to: STDOUT_FILENO)
  }

  static func message(_ text: String) {
    if let receiver = receiver.withLock(\.self) { return receiver(text) }
    _ = FileSystem.writeAll(Array("daybook: \(text.withoutControls)\n".utf8), to: STDERR_FILENO)
  }

  /// Writes a value as JSON with sorted keys, so that equal results are equal bytes.
  static func print(json value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    print(String(decoding: try encoder.encode(value), as: UTF8.self))
  }
}
