internal import FoundationEssentials
internal import Glibc

/// Where results and messages go: results to standard output, messages to standard error.
enum Console {
  /// Takes messages, one at a time: standard error does, or a service's log.
  @TaskLocal static var receiver: @Sendable (String) -> Void = { text in
    _ = FileSystem.writeAll(Array("daybook: \(text)\n".utf8), to: STDERR_FILENO)
  }

  static func print(_ text: String) {
    _ = FileSystem.writeAll(Array((text + "\n").utf8), to: STDOUT_FILENO)
  }

  /// Writes a result that is a file's whole contents, without a line end of its own.
  static func write(_ text: String) {
    _ = FileSystem.writeAll(Array(text.utf8), to: STDOUT_FILENO)
  }

  static func message(_ text: String) {
    receiver(text)
  }

  /// Writes a value as JSON with sorted keys, so that equal results are equal bytes.
  static func print(json value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    print(String(decoding: try encoder.encode(value), as: UTF8.self))
  }
}
