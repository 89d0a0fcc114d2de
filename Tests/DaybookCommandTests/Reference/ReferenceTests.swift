import Foundation
import TestSupport
import Testing

@Suite("The reference")
struct ReferenceTests {
  private static let documentation = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Documentation")

  @Test(
    "The pages in the documentation are those of the program",
    arguments: [
      ("settings", "Daybook.docc/Settings.md"), ("commands", "Daybook.docc/Commands.md"),
      ("rules", "Daybook.docc/CheckRules.md"), ("schema", "daybook.schema.json"),
    ])
  func page(name: String, file: String) async throws {
    let run = try await CommandRun("reference", name, in: FileManager.default.temporaryDirectory)
    #expect(run.status == 0)
    try expectSnapshot(run.output, matches: Self.documentation.appending(path: file))
  }

  @Test("The pages are no command for everybody")
  func hidden() async throws {
    let run = try await CommandRun("help", in: FileManager.default.temporaryDirectory)
    #expect(!run.output.contains("reference"))
  }
}
