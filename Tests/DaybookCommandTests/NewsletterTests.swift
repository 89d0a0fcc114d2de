import Foundation
import TestSupport
import Testing

@Suite("The newsletter, as an editor works on it")
struct NewsletterTests {
  let day = "2024-09-09"

  func draft(in folder: URL, _ more: String...) async throws -> CommandRun {
    try await CommandRun(arguments: ["draft", "newsletter", "--date", day] + more, in: folder)
  }

  func issue(in folder: URL) -> URL { folder.appending(path: "Drafts/2024-W37/newsletter.md") }

  func edit(_ file: URL, _ change: (inout String) throws -> Void) throws {
    var text = try String(contentsOf: file, encoding: .utf8)
    try change(&text)
    try text.write(to: file, atomically: true, encoding: .utf8)
  }

  /// Takes the lead story out of the issue.
  func cutLead(_ text: inout String) throws {
    let start = try #require(text.firstRange(of: "### Nuguse")).lowerBound
    let end = try #require(text.firstRange(of: "### The Fifth")).lowerBound
    text.removeSubrange(start..<end)
  }

  @Test("Subject and standfirst follow when an editor takes a story out, and it stays out")
  func deletion() async throws {
    try await withTemporaryFolder { folder in
      try SamplePublication.copy(to: folder)
      _ = try await draft(in: folder)
      try edit(issue(in: folder), cutLead)
      let again = try await draft(in: folder)
      #expect(again.output.hasPrefix("merged"))
      let text = try String(contentsOf: issue(in: folder), encoding: .utf8)
      #expect(!text.contains("Nuguse runs down"))
      #expect(text.contains("subject: The Fifth Avenue Mile in New York\n"))
      #expect(text.contains("The week’s news: **The Fifth Avenue Mile in New York**, and one more story."))
      #expect(text.contains("\nwithout: [nuguse-wins-zurich]\n"))
      #expect(try await draft(in: folder).output.hasPrefix("unchanged"))

      try FileManager.default.removeItem(at: folder.appending(path: ".daybook"))
      #expect(try await draft(in: folder).output.hasPrefix("unchanged"), "also without a record")
      try edit(issue(in: folder)) { $0 = $0.replacing("without: [nuguse-wins-zurich]\n", with: "") }
      #expect(try await draft(in: folder).output.hasPrefix("replaced"))
      #expect(try String(contentsOf: issue(in: folder), encoding: .utf8).contains("### Nuguse runs down"))
    }
  }

  @Test("Whole sections that an editor takes out stay out, also where dates ahead alone are left, or nothing")
  func deletedSections() async throws {
    try await withTemporaryFolder { folder in
      try SamplePublication.copy(to: folder)
      let file = folder.appending(path: "Drafts/2024-W36/newsletter.md")
      func draft() async throws -> CommandRun {
        try await CommandRun("draft", "newsletter", "--date", "2024-09-02", in: folder)
      }
      func cut(from start: String, to end: String) throws {
        try edit(file) { text in
          let first = try #require(text.firstRange(of: start)).lowerBound
          text.removeSubrange(first..<(try #require(text.firstRange(of: end)).lowerBound))
        }
      }
      _ = try await draft()
      try cut(from: "## On this day", to: "## Coming up")
      #expect(try await draft().output.hasPrefix("merged"))
      var text = try String(contentsOf: file, encoding: .utf8)
      #expect(text.contains("\nwithout: [hagg-1942-stockholm, morceli-1993]\n"))
      #expect(text.contains("---\nComing up on Wednesday: **Grand Slam Track signs the Olympic medalists**.\n"))
      #expect(!text.contains("Morceli"))
      #expect(try await draft().output.hasPrefix("unchanged"))

      try cut(from: "## Coming up", to: "---\n\nThank you")
      #expect(try await draft().output.hasPrefix("merged"))
      text = try String(contentsOf: file, encoding: .utf8)
      #expect(!text.contains("Grand Slam") && text.contains("Thank you for reading"))
      #expect(text.contains("subject: \"The Bell Lap: 2–8 September 2024\"\n"), "\(text)")
      let again = try await draft()
      #expect(again.output.hasPrefix("unchanged") && !again.messages.contains("lead-stale"), "\(again.messages)")
    }
  }

  @Test("Where the editor wrote the standfirst by hand, it stays, the stale line is named, and the story stays out")
  func ownStandfirst() async throws {
    try await withTemporaryFolder { folder in
      try SamplePublication.copy(to: folder)
      _ = try await draft(in: folder)
      try edit(issue(in: folder)) { text in
        try cutLead(&text)
        text = text.replacing("The week’s news: ", with: "My own words on ")
      }
      func text() throws -> Substring? {
        try String(contentsOf: issue(in: folder), encoding: .utf8).split(separator: "\n---\n", maxSplits: 1).last
      }
      let mine = try text()
      let again = try await draft(in: folder)
      // Subject and preheader, which nobody touched, follow.
      #expect(again.output.hasPrefix("merged"))
      #expect(try text() == mine)
      #expect(again.messages.contains("[lead-stale]") && !again.messages.contains("newsletter.md:5:"))
      let check = try await CommandRun("check", issue(in: folder).path, "--json", in: folder)
      #expect(try check.json(as: [Rows.Finding].self).map(\.rule) == ["lead-stale"])
      try edit(folder.appending(path: "Timelines/two-milers.md")) {
        $0 = $0.replacing("Nuguse runs down", with: "Nuguse hunts down").replacing(
          "in 3:44.", with: "in 3:44.3.")
      }
      _ = try await draft(in: folder)
      let text = try String(contentsOf: issue(in: folder), encoding: .utf8)
      #expect(text.contains("without: [nuguse-wins-zurich]") && text.contains("My own words on "))
      #expect(!text.contains("### Nuguse") && text.contains("in 3:44.3."), "\(text)")
    }
  }

  @Test("An approval holds: a text that somebody approved is not changed")
  func approved() async throws {
    try await withTemporaryFolder { folder in
      try SamplePublication.copy(to: folder)
      _ = try await draft(in: folder)
      try edit(issue(in: folder), cutLead)
      _ = try await CommandRun("approve", "2024-W37-newsletter", in: folder)
      let approved = try String(contentsOf: issue(in: folder), encoding: .utf8)
      #expect(try await draft(in: folder).output.hasPrefix("kept"))
      #expect(try String(contentsOf: issue(in: folder), encoding: .utf8) == approved)
    }
  }

  @Test(
    "What is wrong with the sections is said with its place",
    arguments: [
      ("[standfirst, newz: 3]", "did you mean \"news\"?"), ("[stand-first]", "did you mean \"standfirst\"?"),
      ("[{quote: 2}]", "the section quote takes no number"), ("[{news: 0}]", "news must be a whole number"),
      ("[{news: 3, quote: 1}]", "a section is a name"), ("news", "must be a list"), ("[news, {news: 2}]", "twice"),
    ])
  func sections(value: String, hint: String) async throws {
    try await withTemporaryFolder { folder in
      try SamplePublication.copy(to: folder)
      try edit(folder.appending(path: "daybook.yaml")) { text in
        let start = try #require(text.firstRange(of: "  sections:")).lowerBound
        let end = try #require(text.firstRange(of: "\nonThisDay:")).lowerBound
        text.replaceSubrange(start..<end, with: "  sections: \(value)\n")
      }
      let run = try await draft(in: folder)
      #expect(run.status == 78)
      #expect(run.messages.contains(hint), "\(run.messages)")
      #expect(run.messages.contains("daybook.yaml:"))
    }
  }

  @Test("A full section says what it has no room for")
  func crowded() async throws {
    try await withTemporaryFolder { folder in
      try SamplePublication.copy(to: folder)
      try edit(folder.appending(path: "daybook.yaml")) { text in
        let start = try #require(text.firstRange(of: "  sections:")).lowerBound
        let end = try #require(text.firstRange(of: "\nonThisDay:")).lowerBound
        text.replaceSubrange(start..<end, with: "  sections:\n    - standfirst\n    - news: 2\n")
      }
      let run = try await draft(in: folder)
      #expect(run.messages.contains("(newsletter.sections) for: grand-slam-track-signings"), "\(run.messages)")
      let text = try String(contentsOf: issue(in: folder), encoding: .utf8)
      #expect(text.contains("and one more story") && !text.contains("Grand Slam Track signs"))
    }
  }
}
