import DeliveryTestSupport
import Foundation
import TestSupport
import Testing

/// What becomes of deliveries and their space after the days that the settings keep them.
@Suite(
  "Retention", .enabled(if: ShiftedClock.isAvailable, "left out: no C compiler"), .timeLimit(.minutes(10)))
struct RetentionTests {
  @Test("Old deliveries lose their payloads and attempts, and the file its free space", arguments: [true, false])
  func old(vacuums: Bool) async throws {
    try await withTemporaryFolder { folder in
      let clock = try ShiftedClock(in: folder)
      let server = try LoopbackServer(keepsRequests: false) { $0.path == "/b" ? .answer(400) : .answer(200) }
      let publication = try Publication(
        in: folder,
        webhooks: SendTests.webhook("a", port: server.port) + "\n" + SendTests.webhook("b", port: server.port),
        more: "check: {post-too-long: off}\ndelivery: {keepDays: 30\(vacuums ? "" : ", vacuum: false")}")
      // A thousand bytes that are quickly checked.
      let longWord = String(repeating: "w", count: 999) + " "
      var ids: [String] = []
      for number in 0..<4 {
        ids.append(try await publication.post("p\(number)", text: String(repeating: longWord, count: 1_000)))
      }
      #expect(try await CommandRun(arguments: ["send", "--to", "a"], in: folder).status == 0)
      #expect(try await CommandRun(arguments: ["send", ids[0], "--to", "b"], in: folder).status == 1)
      let rows = try await publication.deliveries()
      #expect(rows.map(\.state) == ["delivered", "delivered", "delivered", "delivered", "dead"])
      let show = { (id: String) in try await CommandRun("deliveries", "show", id, in: folder).output }
      #expect(try await show(rows[0].id).contains("HTTP 200"))

      // Within the days nothing changes.
      let before = try await CommandRun("send", "--to", "a", in: folder, environment: clock.environment(days: 29))
      #expect(before.status == 0, "\(before.messages)")
      #expect(try await show(rows[0].id).contains("HTTP 200"))
      #expect(Self.size(folder) > 4_000_000)

      let after = try await CommandRun(
        "send", ids[1], "--to", "a", in: folder, environment: clock.environment(days: 31))
      #expect(after.messages.contains("delivered before"), "\(after.messages)")
      #expect(try await !show(rows[0].id).contains("HTTP 200"))
      // A dead letter waits for a person, however long.
      #expect(try await show(rows[4].id).contains("HTTP 400"))
      #expect(try await publication.deliveries().map(\.id) == rows.map(\.id))
      // One payload of a million bytes is left.
      if vacuums { #expect(Self.size(folder) < 2_500_000) } else { #expect(Self.size(folder) > 4_000_000) }
      let again = try await CommandRun("deliveries", "retry", rows[4].id, in: folder)
      #expect(again.status == 0, "\(again.messages)")
      server.stop()
    }
  }

  private static func size(_ folder: URL) -> Int {
    let file = folder.appending(path: ".daybook/state.sqlite").path
    return (try? FileManager.default.attributesOfItem(atPath: file)[.size] as? Int) ?? 0
  }
}
