import Foundation
import TestSupport
import Testing

/// What earlier drafts mean for picks, by real processes.
@Suite("The history of picks")
struct PickHistoryTests {
  @Test("What a channel had is left out within the cool-down; Drafts/ alone is the history, and dry runs leave none")
  func history() async throws {
    try await withTemporaryFolder { folder in
      let publication = try ScheduledPublication(in: folder, schedules: "  weekly: {at: every monday at 07:00}")
      let settings = try publication.text(of: "daybook.yaml")
      try publication.write(settings + "\nonThisDay: {cooldownDays: 400}\n", to: "daybook.yaml")
      let pick = { (channel: String) in
        try await CommandRun("pick", "--date", "2022-02-01", "--channel", channel, "--explain", in: folder).output
      }
      let leftOut = "it was on x on 2021-02-01, and may come back from 2022-03-08 (month-2)"
      _ = try await CommandRun("draft", "--date", "2021-02-01", "--dry-run", in: folder)
      #expect(try await pick("x").contains("Nothing else has its day then"))
      let draft = try await CommandRun("draft", "--date", "2021-02-01", in: folder)
      #expect(draft.status == 0, "\(draft.messages)")
      #expect(try await pick("x").contains(leftOut))
      #expect(
        try await pick("instagram").contains("Nothing else has its day then"), "another channel has its own history")
      try? FileManager.default.removeItem(at: folder.appending(path: ".daybook"))
      #expect(try await pick("x").contains(leftOut), "the state is not needed for it")
      try FileManager.default.removeItem(at: folder.appending(path: "Drafts"))
      #expect(try await pick("x").contains("Nothing else has its day then"))
    }
  }
}
