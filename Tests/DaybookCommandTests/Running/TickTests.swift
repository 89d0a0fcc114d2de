import Foundation
import TestSupport
import Testing

@Suite("daybook tick")
struct TickTests {
  private struct Result: Decodable {
    struct Run: Decodable {
      var schedule: String, step: String, due: String, result: String, note: String
    }
    var runs: [Run]
    var deliveries: [Rows.Deliveries.Delivery]
  }

  @Test("What is due is made, approved and sent once, with approval: automatic")
  func automatic() async throws {
    try await withTemporaryFolder { folder in
      let publication = try ScheduledPublication(
        in: folder,
        schedules: "  daily: {at: every day at 07:00, make: posts, sendTo: [desk], approval: automatic}")
      let inbox = try await publication.inbox()
      let first = try await publication.tick("2020-02-02T06:59", "--json")
      #expect(try first.json(as: Result.self).runs.isEmpty, "\(first.messages)")
      let second = try await publication.tick("2020-02-02T07:00:01", "--json")
      let result = try second.json(as: Result.self)
      #expect(result.runs.map(\.due) == ["2020-02-02T07:00:00+00:00"] && result.runs.map(\.result) == ["done"])
      #expect(result.deliveries.map(\.state) == ["delivered"], "\(result.deliveries)")
      #expect(try publication.text(of: "Drafts/2020-02-01/x/month-2.md").contains("status: sent"))
      let third = try await publication.tick("2020-02-03T07:00:00", "--json")
      let again = try third.json(as: Result.self)
      #expect(again.runs.map(\.note) == ["2020-02-01-x-month-2 kept; 2020-02-01-x-month-2 was accepted before"])
      #expect(try inbox.received().map(\.draft) == ["2020-02-01-x-month-2"])
    }
  }

  @Test("A post on this day goes out on its day, where the schedule comes daily")
  func postsOfLaterDays() async throws {
    try await withTemporaryFolder { folder in
      let publication = try ScheduledPublication(
        in: folder,
        schedules: "  daily: {at: every day at 07:00, make: posts, sendTo: [desk], approval: automatic}")
      let inbox = try await publication.inbox()
      _ = try await publication.tick("2021-01-30T06:59")
      let early = try await publication.tick("2021-01-30T07:00", "--json")
      #expect(try early.json(as: Result.self).runs.map(\.result) == ["done"], "\(early.output)")
      #expect(try inbox.received().isEmpty)
      #expect(!publication.exists("Drafts/2021-02-01/x/month-2.md"))
      for day in ["2021-01-31", "2021-02-01"] { _ = try await publication.tick("\(day)T07:00") }
      #expect(try inbox.received().map(\.draft) == ["2021-02-01-x-month-2"])
    }
  }

  @Test("What waits for a webhook whose secret is gone is said, and is no success")
  func missingSecret() async throws {
    try await withTemporaryFolder { folder in
      let publication = try Publication(
        in: folder,
        webhooks: "desk: {url: \"http://127.0.0.1:9/\", network: loopback, format: slack, secret: {env: DAYBOOK_GONE}}")
      try await publication.post("one")
      let accepted = try await CommandRun("send", "--enqueue", in: folder, environment: ["DAYBOOK_GONE": "a"])
      #expect(accepted.status == 0, "\(accepted.messages)")
      let run = try await CommandRun("tick", in: folder)
      #expect(run.status == 1 && run.messages.contains("DAYBOOK_GONE is not set"), "\(run.messages)")
      #expect(run.messages.contains("what is for it waits: 1"))
    }
  }

  @Test(
    "With approval: required, the drafts are prepared, somebody is reminded once, and what is approved late is sent")
  func required() async throws {
    try await withTemporaryFolder { folder in
      let publication = try ScheduledPublication(
        in: folder,
        schedules: """
            weekly:
              at: every monday at 07:00
              sendTo: [desk]
              remind: {webhook: desk, before: 2 hours}
          """)
      let inbox = try await publication.inbox()
      _ = try await publication.tick("2020-02-02T06:59")
      #expect(!publication.exists("Drafts"))
      let prepared = try await publication.tick("2020-02-02T07:00")
      #expect(prepared.output.contains("weekly (prepare), due 2020-02-03T07:00:00+00:00: 2020-W06-newsletter created"))
      for minute in ["00", "01"] { _ = try await publication.tick("2020-02-03T05:\(minute)") }
      #expect(try inbox.received().map(\.draft) == ["weekly-2020-02-03T07:00:00+00:00-reminder"])
      let due = try await publication.tick("2020-02-03T07:00")
      #expect(due.status == 0)
      #expect(due.messages.contains("waits: 2020-W06-newsletter is not approved (`daybook approve Drafts/2020-W06/"))
      _ = try await CommandRun("approve", "2020-W06-newsletter", in: folder)
      _ = try await publication.tick("2020-02-03T07:01")
      #expect(try inbox.received().map(\.draft).last == "2020-W06-newsletter")
      #expect(try inbox.received().count == 2)
    }
  }

  @Test("A draft that nobody approved is given up when the next one is due, and the run says so")
  func neverApproved() async throws {
    try await withTemporaryFolder { folder in
      let publication = try ScheduledPublication(
        in: folder, schedules: "  weekly: {at: every monday at 07:00, sendTo: [desk], approval: required}")
      _ = try await publication.tick("2020-02-02T07:00")
      #expect(try await publication.tick("2020-02-03T07:00").status == 0)
      let run = try await publication.tick("2020-02-10T07:00", "--json")
      let result = try run.json(as: Result.self)
      #expect(run.status == 1)
      #expect(result.runs.filter { $0.due.hasPrefix("2020-02-03") }.map(\.result) == ["failed"])
    }
  }

  @Test("Nothing empty goes out, and the run says why")
  func nothing() async throws {
    try await withTemporaryFolder { folder in
      let publication = try ScheduledPublication(
        in: folder,
        schedules: """
            issue: {at: every monday at 07:00, sendTo: [desk], approval: automatic}
            posts: {at: every monday at 07:00, make: posts, sendTo: [desk], approval: automatic}
          """)
      let run = try await publication.tick("2020-02-10T07:00", "--json")
      #expect(run.status == 0)
      let result = try run.json(as: Result.self)
      let reason =
        "nothing is made: no news from 2020-02-03 to 2020-02-09, and no anniversary from 2020-02-10 to 2020-02-16"
      #expect(result.runs.map(\.note) == [reason, reason])
      #expect(result.deliveries.isEmpty && !publication.exists("Drafts"))
    }
  }

  @Test("A dry run shows what would be made, and changes nothing at all")
  func dryRun() async throws {
    try await withTemporaryFolder { folder in
      let publication = try ScheduledPublication(
        in: folder, schedules: "  weekly: {at: every monday at 07:00, sendTo: [desk], approval: automatic}")
      for _ in 0..<2 {
        let run = try await publication.tick("2020-02-03T07:00", "--dry-run")
        #expect(
          run.output == """
            would run  weekly, due 2020-02-03T07:00:00+00:00: 2020-W06-newsletter created; for desk

            """)
        #expect(!publication.exists("Drafts") && !publication.exists(".daybook"))
      }
    }
  }

  @Test("A broken template puts the run off with its reason, and mending it lets it run")
  func trouble() async throws {
    try await withTemporaryFolder { folder in
      let publication = try ScheduledPublication(
        in: folder, schedules: "  weekly: {at: every monday at 07:00}")
      try FileManager.default.createDirectory(
        at: folder.appending(path: "Templates"), withIntermediateDirectories: false)
      try publication.write("{{#nothing}}", to: "Templates/newsletter.mustache")
      let run = try await publication.tick("2020-02-03T07:00")
      #expect(
        run.messages.contains("not done yet: ") && run.messages.contains("newsletter.mustache:1:"), "\(run.messages)")
      try FileManager.default.removeItem(at: folder.appending(path: "Templates/newsletter.mustache"))
      let mended = try await publication.tick("2020-02-03T07:00:30")
      #expect(mended.output.contains("2020-W06-newsletter created"), "\(mended.messages)")
    }
  }
}
