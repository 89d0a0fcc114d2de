import Foundation
import TestSupport
import Testing

@Suite("Importing by the command")
struct ImportCommandTests {
  @Test(
    "A field that there is not, and a column that there is not, are said",
    arguments: [
      ("banana=What", 64, "there is no field \"banana\"; the fields are date, end, title"),
      ("titel=What", 64, "there is no field \"titel\"; did you mean \"title\"?"), ("title", 64, "write field=column"),
      ("title=Wat", 65, "there is no column \"Wat\""),
    ])
  func fields(map: String, status: Int32, message: String) async throws {
    try await withTemporaryFolder { folder in
      try Data("Date,What\n2021-03-03,Rain\n".utf8).write(to: folder.appending(path: "a.csv"))
      let run = try await CommandRun("import", "a.csv", "--map", map, in: folder)
      #expect(run.status == status && run.messages.contains(message), "\(run.messages)")
    }
  }

  @Test("A source that is imported again says what is new in it, and not what was settled before")
  func again() async throws {
    try await withTemporaryFolder { folder in
      func importing(_ more: String) async throws -> CommandRun {
        let article = """
          3 May 1980
          The tower was closed. “We are sad.” Ann Marsh looked up.

          On 3 June 2005 she said it would open.

          4 May 2006
          It did.

          \(more)
          """
        try Data(article.utf8).write(to: folder.appending(path: "a.txt"))
        return try await CommandRun("import", "a.txt", "--output", "a.md", in: folder)
      }
      let first = try await importing("")
      #expect(first.messages.contains("[dated-paragraph]"), "\(first.messages)")
      let second = try await importing("5 May 2007\nIt rang. On 6 May it didn’t.\n\nOn 3 June 2009 it rang again.")
      #expect(second.messages.contains("new to a.md: 1 of 3 entries"))
      #expect(second.messages.contains("begins with 3 June 2009"), "\(second.messages)")
      #expect(!second.messages.contains("begins with 3 June 2005") && !second.messages.contains("differ"))

      let file = folder.appending(path: "a.md")
      let edited = try String(contentsOf: file, encoding: .utf8).replacing("It did.", with: "It did so.")
      try Data(edited.utf8).write(to: file)
      let third = try await importing("5 May 2007\nIt rang. On 6 May it didn’t.\n\nOn 3 June 2009 it rang again.")
      #expect(third.status == 0 && third.messages.contains("new to a.md: 0 of 3 entries"))
      #expect(third.messages.contains("1 entry differs from the source and stays as in a.md: 2006-05-04-it-did"))
      #expect(!third.messages.contains("["), "\(third.messages)")
      #expect(try String(contentsOf: file, encoding: .utf8) == edited)
    }
  }

  @Test("What did not come into the timeline is said each time")
  func leftOut() async throws {
    try await withTemporaryFolder { folder in
      try Data("Date,Title\n2021-03-03,Rain\nsoon,Sun\n".utf8).write(to: folder.appending(path: "a.csv"))
      for _ in 1...2 {
        let run = try await CommandRun("import", "a.csv", "--output", "a.md", in: folder)
        #expect(run.status == 1 && run.messages.contains("a.csv:3:1") && run.messages.contains("[date-invalid]"))
      }
    }
  }
}
