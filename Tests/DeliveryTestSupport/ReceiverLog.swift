internal import Delivery
package import Foundation
internal import Synchronization

/// What a receiver got, in a file of its own that is synced before each answer: what reliability is judged by.
package final class ReceiverLog: Sendable {
  /// One request as it came.
  package struct Entry: Sendable, Hashable {
    /// The `webhook-id`.
    package var id: String
    /// A number that stands for the body (FNV-1a).
    package var body: UInt64
    /// What ``round`` was then.
    package var round: Int
  }

  private let path: String
  private let file: Mutex<(handle: FileHandle, round: Int)>

  /// Makes the file.
  package init(_ file: URL) throws {
    path = file.path
    guard FileManager.default.createFile(atPath: path, contents: nil) else { throw CocoaError(.fileWriteUnknown) }
    self.file = Mutex((try FileHandle(forWritingTo: file), 0))
  }

  /// A number that the test sets, to know later what came when.
  package var round: Int {
    get { file.withLock { $0.round } }
    set { file.withLock { $0.round = newValue } }
  }

  /// Writes down a request; it is on disk when this returns.
  package func note(_ request: LoopbackServer.Request) {
    let hash = request.body.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    file.withLock { file in
      let line = "\(request.header("webhook-id") ?? "?") \(hash) \(file.round)\n"
      try? file.handle.write(contentsOf: Data(line.utf8))
      try? file.handle.synchronize()
    }
  }

  /// What the file holds.
  package func entries() throws -> [Entry] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map { line in
      let parts = line.split(separator: " ")
      guard parts.count == 3, let body = UInt64(parts[1]), let round = Int(parts[2]) else {
        throw CocoaError(.fileReadCorruptFile)
      }
      return Entry(id: String(parts[0]), body: body, round: round)
    }
  }
}
