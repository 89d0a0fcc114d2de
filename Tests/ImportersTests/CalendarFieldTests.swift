import Foundation
import TestSupport
import Testing
import Timeline

@testable import Importers

/// The fields of the sample calendars, held against a plain reading of their lines that shares no code with the importer.
@Suite(.enabled(if: SharedData.isThere, Comment(rawValue: SharedData.leftOut)))
struct CalendarFieldTests {
  /// One event or journal entry by its lines: name and value; parameters are left out.
  private typealias Component = [(name: String, parameters: String, value: String)]

  private static let files: [String] = {
    let folder = SharedData.folder.appending(path: "conformance/ical")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".ics") }.sorted()
  }()

  @Test func everyFieldOfEveryEventIsKept() throws {
    var seen = 0
    for name in Self.files {
      let text = try SharedData.text("conformance/ical/" + name)
      let document = try ICSImporter().import(ImportSource(text: text, name: name)).document
      for component in Self.components(of: text) {
        guard let start = component.first(where: { $0.name == "DTSTART" })?.value,
          start.prefix(8).allSatisfy(\.isNumber),
          component.first(where: { $0.name == "STATUS" })?.value != "CANCELLED"
        else { continue }
        seen += 1
        let day = "\(start.prefix(4))-\(start.dropFirst(4).prefix(2))-\(start.dropFirst(6).prefix(2))"
        let kept = document.entries.filter { $0.date.edtf.hasPrefix(day) }.map(Self.letters)
        let wanted = component.filter { field in
          ["SUMMARY", "DESCRIPTION", "LOCATION", "CATEGORIES", "URL", "IMAGE"].contains(field.name)
            && !field.parameters.contains("BINARY") && !field.value.isEmpty
        }.map { Self.letters(Self.plain($0.value)) }
        let isThere = kept.contains { entry in wanted.allSatisfy { entry.contains($0) || $0.isEmpty } }
        #expect(isThere, "\(name): \(day) \(component.first { $0.name == "SUMMARY" }?.value ?? "")")
      }
    }
    #expect(seen > 30)
  }

  /// Unfolded lines of events and journal entries, without those of the alarms within them.
  private static func components(of text: String) -> [Component] {
    let unfolded = text.replacing("\r\n", with: "\n").replacing("\n ", with: "").replacing("\n\t", with: "")
    var found: [Component] = []
    var current: Component?
    var depth = 0
    for line in unfolded.split(separator: "\n") {
      guard let colon = line.firstIndex(where: { $0 == ":" || $0 == ";" }) else { continue }
      let name = line[..<colon].uppercased()
      let mark = Self.colon(in: line)
      let value = mark.map { String(line[line.index(after: $0)...]) } ?? ""
      if name == "BEGIN", ["VEVENT", "VJOURNAL"].contains(value) {
        (current, depth) = ([], 0)
      } else if name == "BEGIN" {
        depth += 1
      } else if name == "END", ["VEVENT", "VJOURNAL"].contains(value) {
        if let done = current { found.append(done) }
        current = nil
      } else if name == "END" {
        depth -= 1
      } else if depth == 0 {
        current?.append((name, mark.map { String(line[colon..<$0]) } ?? "", value))
      }
    }
    return found
  }

  /// The first colon outside of quotation marks.
  private static func colon(in line: Substring) -> String.Index? {
    var isQuoted = false
    return line.indices.first { index in
      if line[index] == "\"" { isQuoted.toggle() }
      return line[index] == ":" && !isQuoted
    }
  }

  private static func plain(_ value: String) -> String {
    value.replacing("\\n", with: " ").replacing("\\N", with: " ").replacing(#/<[^>]*>/#, with: " ")
  }

  private static func letters(_ entry: Entry) -> String {
    letters(
      (entry.title.map { MarkdownBlock.parse($0).plainText } ?? "") + MarkdownBlock.parse(entry.bodyMarkdown).plainText
        + TimelineWriter.write(entry) + entry.fields.tags.joined())
  }

  private static func letters(_ text: String) -> String {
    String(
      String.UnicodeScalarView(text.unicodeScalars.filter { $0.properties.isAlphabetic || ("0"..."9").contains($0) }))
  }
}
