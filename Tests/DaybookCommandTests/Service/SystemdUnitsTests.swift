import Foundation
import TestSupport
import Testing

/// The units in `Packaging/systemd`, by systemd's own tool.
@Suite(.enabled(if: analyzerIsThere, "left out: no systemd-analyze on this machine"), .timeLimit(.minutes(10)))
struct SystemdUnitsTests {
  @Test func systemdUnderstandsEveryLineAndTheExposureIsLow() async throws {
    try await withTemporaryFolder { folder in
      let said = folder.appending(path: "said")
      try Data().write(to: said)
      let check = Process()
      check.executableURL = SharedData.repository.appending(path: "Scripts/check-units")
      check.arguments = ["/bin/true"]
      check.standardOutput = try FileHandle(forWritingTo: said)
      check.standardError = try FileHandle(forWritingTo: said)
      try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
        check.terminationHandler = { _ in done.resume() }
        do { try check.run() } catch { done.resume(throwing: error) }
      }
      let report = try String(contentsOf: said, encoding: .utf8)
      #expect(check.terminationStatus == 0, "\(report)")
    }
  }
}

private let analyzerIsThere = FileManager.default.isExecutableFile(atPath: "/usr/bin/systemd-analyze")
