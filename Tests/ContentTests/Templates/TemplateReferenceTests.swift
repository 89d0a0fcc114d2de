import Foundation
import Scheduler
import TestSupport
import Testing
import Timeline

@testable import Content

/// `Templates/README.md` against what templates really see: it names every variable, and none that there is not.
@Suite struct TemplateReferenceTests {
  /// A section of the reference: the names in the first column of its table.
  struct Section {
    var names: [String] = []
    var shapes: [String: String] = [:]
    var examples: [String: String] = [:]
  }

  static func sections() throws -> [String: Section] {
    let file = SharedData.repository.appending(path: "Templates/README.md")
    var sections: [String: Section] = [:]
    var title = ""
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      if line.hasPrefix("## ") { title = String(line.dropFirst(3)) }
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast().map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      guard cells.count == 3, cells[0].hasPrefix("`") else { continue }
      for name in cells[0].matches(of: /`([^`]+)`/).map({ String($0.1) }) {
        sections[title, default: Section()].names.append(name)
        sections[title]?.shapes[name] = cells[1]
        sections[title]?.examples[name] = cells[2]
      }
    }
    return sections
  }

  /// All names in a value, with full stops between levels; the items of a list are looked at as one, and what stands in
  /// `known` is not looked into, since the reference describes it by itself.
  static func names(_ value: TemplateValue, below prefix: String = "", without known: Set<String>) -> Set<String> {
    switch value.resolved {
    case .members(let members):
      members.names.reduce(into: []) { names, name in
        guard let value = members[name] else { return }
        let path = prefix.isEmpty ? name : "\(prefix).\(name)"
        let inner = known.contains(path) ? [] : Self.names(value, below: path, without: known)
        names.formUnion(inner.isEmpty ? [path] : inner)
      }
    case .list(let values): values.reduce(into: []) { $0.formUnion(names($1, below: prefix, without: known)) }
    default: []
    }
  }

  static func common(_ members: [String: TemplateValue]) -> Set<String> {
    names(
      .object(members.filter { ["publication", "language", "words"].contains($0.key) }), without: ["publication.links"])
  }

  @Test("what every file sees")
  func everywhere() throws {
    let names = try #require(try Self.sections()["In every file"]).names
    #expect(Set(names) == Self.common(IssueContext.example(.english).members))
  }

  @Test("what an issue sees, section by section")
  func issue() throws {
    let documented = try #require(
      try Self.sections()["In `subject`, `preheader` and `newsletter`"])
    var members = IssueContext.example(.english).members
    for name in ["publication", "language", "words"] { members[name] = nil }
    let entries: Set = [
      "sections.news.entries", "sections.comingUp.entries", "sections.onThisDay.days", "sections.thisMonth.picks",
      "sections.quote", "lead", "others",
    ]
    let all = Self.names(.object(members), without: entries).map { String($0.trimmingPrefix("sections.")) }
    // Of an item of `sections` all but one are empty.
    let names = all.filter { name in !all.contains { $0.hasPrefix(name + ".") } }
    #expect(Set(names).union(["sections"]) == Set(documented.names))
  }

  @Test("what an entry, a pick and a quote have")
  func entries() throws {
    let sections = try Self.sections()
    let context = EntryContext(language: .english)
    let entry = Set(context.members(of: .example).names)
    #expect(entry.union(["hashtags", "mentions"]) == Set(try #require(sections["An entry"]).names))
    let pick = Pick(entry: .example, occursOn: Sample.day("2024-09-06"), years: 1, isMilestone: true, reason: "")
    #expect(Set(context.members(of: pick).names).subtracting(entry) == Set(try #require(sections["A pick"]).names))
    let quote = EntryContext.value(Entry.example.quotes[0], in: .english)
    #expect(Self.names(quote, without: []) == Set(try #require(sections["A quote"]).names))
  }

  @Test("what posts see beside that")
  func posts() throws {
    let own = PostContext.example(of: .entry, language: .english).keys
    let known = Set(EntryContext(language: .english).members(of: .example).names)
    let documented = Set(try #require(try Self.sections()["An entry"]).names)
    let more = Set(own).subtracting(known).subtracting(["publication", "language", "words"])
    #expect(more == ["hashtags", "mentions", "lookBack"])
    #expect(documented.isSuperset(of: more.subtracting(["lookBack"])))
  }

  @Test(
    "what the frames and the archive page see",
    arguments: [
      ("In `newsletter.html` and `newsletter.txt`", NewsletterRenderer.example(.english)),
      ("In `archive.html`", ArchivePage.example(.english)),
    ])
  func frames(title: String, example: [String: TemplateValue]) throws {
    let own = example.filter { !["publication", "language", "words"].contains($0.key) }
    let names = Self.names(.object(own), without: []).map { String($0.trimmingPrefix("issues.")) }
    let documented = try #require(try Self.sections()[title]).names
    #expect(Set(names) == Set(documented).subtracting(["issues"]))
  }

  @Test("every variable has its shape, and an example where it is a text")
  func examples() throws {
    for (title, section) in try Self.sections() {
      for name in section.names {
        let shape = section.shapes[name] ?? ""
        #expect(!shape.isEmpty, "\(title): \(name)")
        if shape == "text" { #expect(section.examples[name]?.isEmpty == false, "\(title): \(name)") }
      }
    }
  }
}
