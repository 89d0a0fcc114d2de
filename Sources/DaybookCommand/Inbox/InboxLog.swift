internal import Glibc

/// The file that an inbox keeps what came in: a line of JSON for each message, on disk before the answer is given.
actor InboxLog {
  private let descriptor: Int32

  init(path: String) throws(CommandFailure) {
    descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw CommandFailure(.cannotWrite, "\(path): \(FileSystem.systemReason())") }
  }

  deinit {
    close(descriptor)
  }

  func append(_ line: String) throws(CommandFailure) {
    guard FileSystem.writeAll(Array((line + "\n").utf8), to: descriptor), fsync(descriptor) == 0 else {
      throw CommandFailure(.cannotWrite, "the inbox's file: \(FileSystem.systemReason())")
    }
  }
}
