import Foundation
import FuzzTargets
import TestSupport
import Testing

/// What fuzzing found once stays mended: every kept input, by the reader it broke.
@Suite struct FuzzCaseTests {
  static let cases: [(reader: String, file: URL)] = FuzzTarget.all.flatMap { target in
    files(in: SharedData.repository.appending(path: "Tests/FuzzCases/\(target.name)")).map { (target.name, $0) }
  }

  @Test func keepsSomeCases() {
    #expect(!Self.cases.isEmpty)
  }

  @Test(arguments: cases) func holds(_ reader: String, file: URL) throws {
    let target = try #require(FuzzTarget.named(reader))
    #expect(target.fault(Array(try Data(contentsOf: file))) == nil)
  }

  /// The timelines of this repository, and each of their beginnings cut at every 97th byte.
  @Test func holdsForCutTimelines() throws {
    let target = try #require(FuzzTarget.named("timeline"))
    for file in Self.files(in: SharedData.repository.appending(path: "Timelines")) {
      let bytes = Array(try Data(contentsOf: file))
      for end in stride(from: 0, to: bytes.count, by: 97) {
        #expect(target.fault(Array(bytes[..<end])) == nil, "\(file.lastPathComponent) cut at \(end)")
      }
    }
  }

  private static func files(in folder: URL) -> [URL] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().map { folder.appending(path: $0) }.filter { !$0.hasDirectoryPath }
  }
}
