import Foundation
import TestSupport
import Testing

/// A line of 100 MB, by real processes, is told of in one clear line; `make test-faults` runs it.
@Suite(
  "Large input",
  .enabled(
    if: ProcessInfo.processInfo.environment["DAYBOOK_LONG_TESTS"] == "1",
    "left out: takes a minute; set DAYBOOK_LONG_TESTS=1"))
struct LargeInputTests {
  private static let megabytes = 100

  private func run(_ arguments: [String], head: String, word: String) async throws -> (CommandRun, Duration) {
    try await withTemporaryFolder { folder in
      var bytes = Data(head.utf8)
      let line = Data(String(repeating: word, count: 1_000_000 / word.utf8.count).utf8)
      for _ in 0..<Self.megabytes { bytes.append(line) }
      try bytes.write(to: folder.appending(path: "large.md"))
      let start = ContinuousClock.now
      let run = try await CommandRun(arguments: arguments, in: folder)
      return (run, ContinuousClock.now - start)
    }
  }

  @Test("A timeline with such a line is checked, and the line reported")
  func timeline() async throws {
    let (run, time) = try await run(["check", "large.md"], head: "## 2024-08-04 — T {#a}\n\n", word: "word ")
    #expect(run.output.contains("block-long"))
    #expect(run.output.utf8.count < 10_000)
    print("check of a timeline with a line of \(Self.megabytes) MB: \(time)")
  }

  @Test("A source with such a line is refused", arguments: ["article", "html", "csv", "timelinejs", "ics", "feed"])
  func source(kind: String) async throws {
    let (run, time) = try await run(["import", "large.md", "--from", kind], head: "2 March 2021\n", word: "word ")
    #expect(run.status == 65)
    #expect(run.messages.contains("64 MB"))
    print("import --from \(kind) of a line of \(Self.megabytes) MB: \(time)")
  }
}
