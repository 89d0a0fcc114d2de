import Foundation
import TestSupport
import Testing
import Timeline

@testable import Importers

/// What holds for the timeline of every sample source: articles, sheets, TimelineJS, calendars and feeds.
@Suite(.enabled(if: SharedData.isThere, Comment(rawValue: SharedData.leftOut)))
struct SampleTimelineTests {
  private static let places = [
    "seeds", "conformance/timelinejs", "conformance/ical", "conformance/feeds/feedparser-examples",
    "conformance/feeds/feedparser-illformed", "conformance/feeds/gofeed-universal",
  ]

  /// The samples that an importer reads; those that are broken on purpose have tests of their own.
  private static let imported: [(name: String, document: TimelineDocument)] = {
    let shared = places.flatMap { place -> [URL] in
      let folder = SharedData.folder.appending(path: place)
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
      return names.sorted().map { folder.appending(path: $0) }
    }
    return (shared + articles).compactMap { file in
      guard let bytes = try? Data(contentsOf: file) else { return nil }
      let source = ImportSource(bytes: [UInt8](bytes), name: file.lastPathComponent)
      guard let importer = ImporterRegistry.guess(for: source), let timeline = try? importer.init().import(source),
        !timeline.document.entries.isEmpty
      else { return nil }
      return (file.lastPathComponent, timeline.document)
    }
  }()

  private static let articles: [URL] = {
    let folder = SharedData.repository.appending(path: "Tests/ImportersTests/Fixtures")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".txt") }.sorted().map { folder.appending(path: $0) }
  }()

  @Test func whatIsWrittenIsReadAgainAsItWas() {
    #expect(Self.imported.count > 50)
    for (name, document) in Self.imported {
      let once = TimelineReader.read(TimelineWriter.write(document)).document
      let twice = TimelineReader.read(TimelineWriter.write(once)).document
      #expect(once.entries == document.entries, "\(name)")
      #expect((once == twice) as Bool, "\(name)")
    }
  }

  /// Of the headings some lose their ids; nothing but those lines is changed, and they are as they were.
  @Test func mendingChangesOnlyTheLinesThatItMust() {
    for (name, document) in Self.imported {
      let lines = TimelineWriter.write(document).split(separator: "\n", omittingEmptySubsequences: false)
      let headings = Set(document.entries.indices.filter { $0 % 3 != 0 }.map { "{#\(document.entries[$0].id)}" })
      let bare = lines.map { line in
        guard line.hasPrefix("## "), let mark = line.range(of: " {#", options: .backwards),
          headings.contains(String(line[mark.lowerBound...].dropFirst()))
        else { return String(line) }
        return String(line[..<mark.lowerBound])
      }
      let fixed = TimelineFix.fix(bare.joined(separator: "\n")).split(separator: "\n", omittingEmptySubsequences: false)
      #expect(fixed.count == bare.count, "\(name)")
      for (before, after) in zip(bare, fixed) where before != after {
        #expect(
          before.hasPrefix("## ") && after.hasPrefix(before + " {#") && !before.contains("{#"), "\(name): \(after)")
      }
    }
  }

  @Test func importingAgainAddsNothing() {
    for (name, document) in Self.imported {
      let text = TimelineWriter.write(document)
      let (merged, added, differing) = TimelineMerge.merge(document, intoText: text)
      #expect(added.isEmpty && differing.isEmpty, "\(name)")
      #expect(merged == text, "\(name)")
    }
  }

  /// Titles, words and dates are edited and an entry is taken out: importing again brings that entry back and no more.
  @Test func importingAgainLeavesEditsAlone() throws {
    for (name, document) in Self.imported {
      var edited = document
      let gone = edited.entries.remove(at: edited.entries.count / 2)
      for index in edited.entries.indices {
        edited.entries[index].title = "A title of ours \(index)"
        edited.entries[index].blocks = [.text("Words of ours.")]
        edited.entries[index].date = try EntryDate(edtf: "1901-01-01")
      }
      let text = TimelineWriter.write(edited)
      let (merged, added, _) = TimelineMerge.merge(document, intoText: text)
      #expect(added.map(\.id) == [gone.id], "\(name)")
      let kept = TimelineReader.read(merged).document.entries.filter { $0.id != gone.id }
      #expect((kept == TimelineReader.read(text).document.entries) as Bool, "\(name)")
      let lines = Set(merged.split(separator: "\n"))
      #expect(text.split(separator: "\n").allSatisfy { lines.contains($0) }, "\(name)")
    }
  }

  /// Bytes of other systems are the same source: a byte order mark, and returns at the ends of lines.
  @Test func marksAndLineEndsOfOtherSystemsChangeNothing() throws {
    for file in Self.articles {
      let bytes = [UInt8](try Data(contentsOf: file))
      let returns = bytes.flatMap { $0 == UInt8(ascii: "\n") ? [UInt8(ascii: "\r"), $0] : [$0] }
      let plain = try ArticleImporter().import(ImportSource(bytes: bytes))
      let other = try ArticleImporter().import(ImportSource(bytes: [0xEF, 0xBB, 0xBF] + returns))
      #expect((plain == other) as Bool, "\(file.lastPathComponent)")
    }
  }
}
