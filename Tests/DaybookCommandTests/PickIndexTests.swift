import Foundation
import TestSupport
import Testing

/// `daybook pick` in a publication whose timelines are large enough for an index.
@Suite("Picks from an index")
struct PickIndexTests {
  private struct Row: Decodable, Equatable {
    var entry: String
    var title: String
    var occursOn: String
    var reason: String
  }

  private static func timeline(_ name: String) -> String {
    (0..<2_000).map { number in
      let date = "\(1900 + number % 100)-0\(number % 9 + 1)-\(10 + number % 19)"
      return """
        ## \(date) — \(name) number \(number) {#\(name)-\(number)}

        Somebody ran from one place to another, and somebody else wrote down how long it took.

        """
    }.joined(separator: "\n")
  }

  @Test("The same picks again, from cache files; a changed timeline alone is indexed anew, and its entry comes up")
  func cached() async throws {
    try await withTemporaryFolder { folder in
      try "name: Test\nonThisDay: {maxPerDay: 50}\n".write(
        to: folder.appending(path: "daybook.yaml"), atomically: true, encoding: .utf8)
      let timelines = folder.appending(path: "Timelines")
      try FileManager.default.createDirectory(at: timelines, withIntermediateDirectories: true)
      let old = Date(timeIntervalSinceNow: -3_600)
      for name in ["one", "two"] {
        let file = timelines.appending(path: "\(name).md")
        try Self.timeline(name).write(to: file, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: file.path)
      }
      let pick = { () in
        let run = try await CommandRun("pick", "--date", "2025-03-12", "--json", in: folder)
        #expect(run.status == 0, "\(run.messages)")
        return try run.json(as: [Row].self)
      }
      let state = folder.appending(path: ".daybook")
      let indexes = { () in
        let names = try FileManager.default.contentsOfDirectory(atPath: state.path).filter { $0.hasPrefix("index-") }
        return try names.sorted().map { name in
          try FileManager.default.attributesOfItem(atPath: state.appending(path: name).path)[.modificationDate] as? Date
        }
      }
      let first = try await pick()
      #expect(first.count > 10 && first.allSatisfy { $0.occursOn == "2025-03-12" })
      #expect(Set(first.map { $0.entry.prefix(3) }) == ["one", "two"])
      let times = try indexes()
      #expect(times.count == 2)
      #expect(try FileManager.default.attributesOfItem(atPath: state.path)[.posixPermissions] as? Int == 0o700)
      #expect(try await pick() == first)
      #expect(try indexes() == times, "nothing is written again")
      let file = timelines.appending(path: "two.md")
      let text = try String(contentsOf: file, encoding: .utf8)
      try (text + "\n## 1850-03-12 — Found late {#late}\n\nIt was in a drawer.\n").write(
        to: file, atomically: true, encoding: .utf8)
      let second = try await pick()
      #expect(Set(second.map(\.entry)).subtracting(first.map(\.entry)) == ["late"])
      #expect(zip(try indexes(), times).count { $0 != $1 } == 1, "one index is new")
      let direct = try await CommandRun("pick", "--date", "2025-03-12", "--explain", in: folder)
      #expect(direct.output.contains("Found late\n            1850-03-12, 175 years ago"))
      #expect(
        direct.output.contains("Nothing else has its day then") && direct.output.contains("milestones come first"))
    }
  }

  @Test("The picks of a month are entries that name the month and no day")
  func month() async throws {
    try await withTemporaryFolder { folder in
      _ = try Publication(in: folder, webhooks: "desk: {url: \"http://127.0.0.1:1/\", network: loopback}")
      try "## 1994-08 — A hot summer {#hot}\n\nText.\n\n## 1994-08-04 — A day {#day}\n\nText.\n".write(
        to: folder.appending(path: "Timelines/ours.md"), atomically: true, encoding: .utf8)
      let run = try await CommandRun("pick", "--date", "2024-08-01", "--month", "--json", in: folder)
      #expect(try run.json(as: [Row].self).map(\.entry) == ["hot"], "\(run.messages)")
      #expect(try await CommandRun("pick", "--month", "--days", "3", in: folder).status == 64)
    }
  }
}
