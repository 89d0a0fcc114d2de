public import Foundation
public import Testing

/// Compares `text` with the file `expected`; with `RECORD_SNAPSHOTS=1` in the environment it writes the file instead.
public func expectSnapshot(
  _ text: String, matches expected: URL, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
    try FileManager.default.createDirectory(at: expected.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: expected, atomically: true, encoding: .utf8)
    return
  }
  let recorded = try? String(contentsOf: expected, encoding: .utf8)
  #expect(
    text == recorded, "\(expected.lastPathComponent): RECORD_SNAPSHOTS=1 rewrites it", sourceLocation: sourceLocation)
}
