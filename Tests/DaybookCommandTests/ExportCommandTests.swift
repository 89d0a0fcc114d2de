import Foundation
import TestSupport
import Testing

@Suite("Exports, read back by the importers")
struct ExportCommandTests {
  /// A publication with three approved issues; one has a private note.
  func publication(in folder: URL, environment: [String: String] = [:]) async throws {
    try SamplePublication.copy(to: folder)
    for date in ["2024-09-09", "2024-08-12", "2023-09-04"] {
      _ = try await CommandRun("draft", "newsletter", "--date", date, in: folder, environment: environment)
    }
    let file = folder.appending(path: "Drafts/2024-W37/newsletter.md")
    try (String(contentsOf: file, encoding: .utf8) + "\nAn afterthought. <!-- SECRET -->\n")
      .write(to: file, atomically: true, encoding: .utf8)
    for week in ["2024-W37", "2024-W33", "2023-W36"] {
      let run = try await CommandRun("approve", "\(week)-newsletter", in: folder)
      #expect(run.status == 0, "\(run.messages)")
    }
  }

  func read(_ export: CommandRun, from kind: String, in folder: URL) async throws -> Rows.Import {
    #expect(export.status == 0, "\(export.messages)")
    #expect(!export.output.contains("SECRET"))
    let run = try await CommandRun("import", "-", "--from", kind, "--json", in: folder, input: export.output)
    #expect(run.status == 0, "\(run.messages)")
    let result = try run.json(as: Rows.Import.self)
    #expect(result.findings.filter { $0.severity == "error" }.isEmpty, "\(result.findings)")
    return result
  }

  @Test("Feeds", arguments: ["atom", "rss", "json"])
  func feed(format: String) async throws {
    try await withTemporaryFolder { folder in
      try await publication(in: folder)
      let export = try await CommandRun("export", "feed", "--format", format, in: folder)
      let result = try await read(export, from: "feed", in: folder)
      #expect(
        result.entries.map(\.date) == [
          "2023-09-04T00:00:00-04:00", "2024-08-12T00:00:00-04:00", "2024-09-09T00:00:00-04:00",
        ])
      #expect(result.entries.last?.title == "Nuguse runs down Ingebrigtsen in Zurich")
      #expect(result.entries.last?.quotes.map(\.speaker) == ["Josh Kerr"])
      let one = try await CommandRun("export", "feed", "--format", format, "--limit", "1", in: folder)
      #expect(try await read(one, from: "feed", in: folder).entries.count == 1)
    }
  }

  /// Date, id and number of attributed quotes of each entry of the sample timelines, told from their text alone.
  func headings() throws -> [(date: String, id: String)] {
    try ["the-mile", "two-milers"].flatMap { name in
      let file = SharedData.repository.appending(path: "Timelines/\(name).md")
      return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter { $0.hasPrefix("## ") }.map {
        line in
        let id = line.split(separator: "{#").last?.dropLast() ?? ""
        return (String(line.dropFirst(3).prefix { $0 != " " }), String(id))
      }
    }
  }

  @Test("A calendar")
  func calendar() async throws {
    try await withTemporaryFolder { folder in
      try SamplePublication.copy(to: folder)
      let result = try await read(try await CommandRun("export", "calendar", in: folder), from: "ics", in: folder)
      let expected = try headings().map { $0.date.prefix { $0 != "/" } }.sorted()
      #expect(result.entries.map { $0.date[...] } == expected)
      #expect(result.entries.contains { $0.title == "Taber, and Allston again (1915)" })
    }
  }

  @Test("TimelineJS: ids, dates and quotes come back as they were")
  func timelineJS() async throws {
    try await withTemporaryFolder { folder in
      try SamplePublication.copy(to: folder)
      let export = try await CommandRun("export", "timelinejs", in: folder)
      let result = try await read(export, from: "timelinejs", in: folder)
      #expect(result.entries.map(\.id).sorted() == (try headings().map(\.id).sorted()))
      #expect(result.entries.map(\.date).sorted() == (try headings().map(\.date).sorted()))
      let timelines = try ["the-mile", "two-milers"].map { name in
        try String(contentsOf: folder.appending(path: "Timelines/\(name).md"), encoding: .utf8)
      }
      let quotes = timelines.flatMap { $0.split(separator: "\n") }.count { $0.hasPrefix("> —") }
      #expect(quotes > 20)
      #expect(result.entries.flatMap(\.quotes).count { $0.speaker != nil } == quotes)
    }
  }

  @Test(
    "The machine's own time zone changes no rendering and no export", arguments: ["Pacific/Kiritimati", "Etc/GMT+12"])
  func timeZones(zone: String) async throws {
    try await withTemporaryFolder { folder in
      var outputs: [[String]] = []
      for (name, zone) in [("here", "UTC"), ("there", zone)] {
        let place = folder.appending(path: name)
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        let environment = ["TZ": zone]
        try await publication(in: place, environment: environment)
        var all: [String] = []
        for arguments in [
          ["feed"], ["feed", "--format", "rss"], ["feed", "--format", "json"], ["calendar"], ["timelinejs"],
          ["archive"],
        ] {
          let run = try await CommandRun(arguments: ["export"] + arguments, in: place, environment: environment)
          #expect(run.status == 0)
          all.append(run.output)
        }
        for file in ["md", "html", "txt", "eml"] {
          let data = try Data(contentsOf: place.appending(path: "Drafts/2024-W33/newsletter.\(file)"))
          all.append(String(decoding: data, as: UTF8.self))
        }
        outputs.append(all)
      }
      #expect(outputs[0].allSatisfy { $0.count > 500 })
      #expect(outputs[0] == outputs[1])
    }
  }

  @Test("A file is written once, a dry run writes nothing, and what was edited after its approval is left out")
  func files() async throws {
    try await withTemporaryFolder { folder in
      try await publication(in: folder)
      let page = folder.appending(path: "public/archive.html")
      let plan = try await CommandRun("export", "archive", "--output", page.path, "--dry-run", in: folder)
      #expect(plan.output.hasPrefix("created") && !FileManager.default.fileExists(atPath: page.path))
      _ = try await CommandRun("export", "archive", "--output", page.path, in: folder)
      let again = try await CommandRun("export", "archive", "--output", page.path, "--json", in: folder)
      struct Row: Decodable {
        struct Omission: Decodable { var id: String }
        var action: String
        var items: [String]
        var leftOut: [Omission]
      }
      #expect(try again.json(as: Row.self).action == "unchanged")
      let draft = folder.appending(path: "Drafts/2024-W33/newsletter.md")
      try (String(contentsOf: draft, encoding: .utf8) + "\nEdited.\n").write(
        to: draft, atomically: true, encoding: .utf8)
      let run = try await CommandRun("export", "archive", "--output", page.path, "--json", in: folder)
      let row = try run.json(as: Row.self)
      #expect(row.action == "replaced")
      #expect(row.items == ["2024-W37-newsletter", "2023-W36-newsletter"])
      #expect(row.leftOut.map(\.id) == ["2024-W33-newsletter"])
      #expect(run.messages.contains("edited after it was approved"))
      #expect(try !String(contentsOf: page, encoding: .utf8).contains("SECRET"))
    }
  }

  @Test("What cannot be exported is said")
  func refusals() async throws {
    try await withTemporaryFolder { folder in
      try SamplePublication.copy(to: folder)
      let none = try await CommandRun("export", "feed", in: folder)
      #expect(none.status == 66 && none.messages.contains("daybook approve"))
      #expect(try await CommandRun("export", "calendar", "--json", in: folder).status == 64)
      #expect(try await CommandRun("export", "timelinejs", "daybook.yaml", in: folder).status == 65)
      #expect(try await CommandRun("export", "timelinejs", "none.md", in: folder).status == 66)
    }
  }
}
