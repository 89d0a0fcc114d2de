import Foundation
import TestSupport
import Testing

/// An issue and a post drafted again by the command: every way to touch them against every way their source can change.
@Suite struct MergeCommandTests {
  enum Touch: String, CaseIterable {
    case untouched, editedElsewhere, editedSamePlace, reordered, sectionDeleted, noteAdded, approved, sent
  }

  enum Change: String, CaseIterable {
    case sameInput, entryCorrected, entryAdded, templateChanged
  }

  static let timeline = """
    # The club

    ## 2024-09-05 — Alpha wins {#alpha}

    Alpha ran 3:50 in the rain.

    - tags: mile
    - weight: 3

    ## 2024-09-06 — Beta is second {#beta}

    Beta ran 3:55 a day later.

    ## 1954-09-10 — A mile on cinders {#cinders}

    Nobody had run it so fast here.

    ## 2024-09-14 — The final {#final}

    """

  /// What becomes of the issue, by touch and then in the order of the changes.
  static let issue: [Touch: [String]] = [
    .untouched: ["unchanged", "replaced", "replaced", "replaced"],
    .editedElsewhere: ["kept", "merged", "merged", "merged"],
    .editedSamePlace: ["kept", "conflict", "conflict", "conflict"],
    .reordered: ["kept", "merged", "merged", "merged"],
    // Subject and standfirst follow what was taken out.
    .sectionDeleted: ["merged", "merged", "merged", "merged"],
    .noteAdded: ["kept", "merged", "merged", "merged"],
    .approved: ["unchanged", "replaced", "replaced", "replaced"],
    .sent: ["kept", "kept", "kept", "kept"],
  ]

  /// What becomes of the post about Alpha; another entry is none of its business.
  static let post: [Touch: [String]] = [
    .untouched: ["unchanged", "replaced", "unchanged", "replaced"],
    .editedElsewhere: ["kept", "merged", "kept", "merged"],
    .editedSamePlace: ["kept", "conflict", "kept", "conflict"],
    // A paragraph that was moved or taken out, and a change to it or right beside it: the person decides.
    .reordered: ["kept", "conflict", "kept", "conflict"],
    .sectionDeleted: ["kept", "conflict", "kept", "conflict"],
    .noteAdded: ["kept", "merged", "kept", "merged"],
    .approved: ["unchanged", "replaced", "unchanged", "replaced"],
    .sent: ["kept", "kept", "kept", "kept"],
  ]

  /// The same with the records lost: an edited draft stays, and what is new lies beside it.
  static func withoutRecords(_ action: String, of touch: Touch, _ change: Change) -> String {
    if touch == .sectionDeleted, change == .sameInput { return "kept" }
    return action == "merged" ? "conflict" : action
  }

  static let issuePath = "Drafts/2024-W37/newsletter.md"
  static let postPath = "Drafts/2024-09-05/mastodon/alpha.md"

  static func edited(issue text: String, _ touch: Touch) -> String {
    switch touch {
    case .untouched, .approved: text
    case .sent: text.replacing("status: draft", with: "status: sent")
    case .editedElsewhere:
      text.replacing("Nobody had run it so fast here.", with: "Nobody had run it so fast, my words.")
    case .editedSamePlace:
      text.replacing("Alpha ran 3:50 in", with: "Alpha flew 3:50 in").replacing("## News of the week", with: "## Mine")
        .replacing("and one more story", with: "and one more fine story")
    case .reordered: swapped(text, from: "### Alpha wins", at: "### Beta is second", to: "## On this day")
    case .sectionDeleted: cut(text, from: "## On this day", to: "## Coming up")
    case .noteAdded: text.replacing("## Coming up", with: "<!-- ask the club -->\n\n## Coming up")
    }
  }

  static func edited(post text: String, _ touch: Touch) -> String {
    switch touch {
    case .untouched, .approved: text
    case .sent: text.replacing("status: draft", with: "status: sent")
    case .editedElsewhere: text.replacing("#Mile", with: "#Mile #MyWords")
    case .editedSamePlace:
      text.replacing("Alpha ran 3:50 in", with: "Alpha flew 3:50 in").replacing(
        "5 September 2024\n", with: "Last Thursday\n")
    case .reordered: swapped(text, from: "Alpha ran", at: "5 September 2024\n", to: "#Mile")
    case .sectionDeleted: cut(text, from: "Alpha ran", to: "5 September 2024\n")
    case .noteAdded: text.replacing("---\nAlpha wins", with: "---\n<!-- ask the club -->\n\nAlpha wins")
    }
  }

  private static func index(of piece: String, in text: String) -> String.Index {
    text.firstRange(of: piece)?.lowerBound ?? text.endIndex
  }

  private static func cut(_ text: String, from start: String, to end: String) -> String {
    String(text[..<index(of: start, in: text)]) + String(text[index(of: end, in: text)...])
  }

  private static func swapped(_ text: String, from start: String, at middle: String, to end: String) -> String {
    let (first, second, last) = (index(of: start, in: text), index(of: middle, in: text), index(of: end, in: text))
    let moved = [text[second..<last].trimmed, text[first..<second].trimmed].joined(separator: "\n\n")
    return String(text[..<first]) + moved + "\n\n" + String(text[last...])
  }

  /// Changes what drafts are made of.
  static func make(_ change: Change, in folder: URL) throws {
    let timeline = folder.appending(path: "Timelines/club.md")
    switch change {
    case .sameInput: break
    case .entryCorrected: try DryRunTests.replace("Alpha ran 3:50 in", "Alpha ran 3:50.12 in", in: timeline)
    case .entryAdded:
      try (Self.timeline + "\n## 2024-09-07 — Gamma falls {#gamma}\n\nGamma ran 3:59.\n")
        .write(to: timeline, atomically: true, encoding: .utf8)
    case .templateChanged:
      for (path, old, new) in [
        ("newsletter.mustache", "## {{words.news}}", "## {{words.news}}, in short"),
        ("posts/entry.mustache", "{{/story}}\n{{date}}", "{{/story}}\nOn {{date}}"),
      ] {
        let copy = folder.appending(path: "Templates/\(path)")
        try FileManager.default.createDirectory(
          at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: SharedData.repository.appending(path: "Templates/\(path)"), to: copy)
        try DryRunTests.replace(old, new, in: copy)
      }
    }
  }

  /// What stands in a draft only because of a change.
  static func news(of change: Change, isPost: Bool) -> String? {
    switch change {
    case .sameInput: nil
    case .entryCorrected: "Alpha ran 3:50.12 in the rain."
    case .entryAdded: isPost ? nil : "### Gamma falls"
    case .templateChanged: isPost ? "On 5 September 2024" : "## News of the week, in short"
    }
  }

  /// What stands in a draft, or does not, because of a touch.
  static func isThere(_ touch: Touch, in text: String, isPost: Bool) -> Bool {
    let order = isPost ? ["5 September 2024", "Alpha ran"] : ["### Beta is second", "### Alpha wins"]
    return switch touch {
    case .untouched, .approved, .sent: true
    case .editedElsewhere: text.contains(isPost ? "#MyWords" : "so fast, my words.")
    case .editedSamePlace:
      text.contains("Alpha flew 3:50 in the rain.") && text.contains(isPost ? "Last Thursday" : "## Mine")
    case .reordered: index(of: order[0], in: text) < index(of: order[1], in: text)
    case .sectionDeleted: isPost ? !text.contains("Alpha ran") : !text.contains("## On this day")
    case .noteAdded: text.contains("<!-- ask the club -->")
    }
  }

  static let withRecords = [true, false]

  @Test("what the files hold afterwards", arguments: Touch.allCases, withRecords)
  func row(touch: Touch, hasRecords: Bool) async throws {
    for (column, change) in Change.allCases.enumerated() {
      try await withTemporaryFolder { folder in
        try await Self.prepare(folder, touch)
        let before = try [Self.issuePath, Self.postPath].map { try Self.text($0, in: folder) }
        if !hasRecords { try FileManager.default.removeItem(at: folder.appending(path: ".daybook")) }
        try Self.make(change, in: folder)
        let run = try await Self.draft(in: folder)
        for (path, table, old) in [(Self.issuePath, Self.issue, before[0]), (Self.postPath, Self.post, before[1])] {
          let label = "\(path), \(touch) × \(change)\(hasRecords ? "" : " without records")"
          var expected = try #require(table[touch]?[column])
          if !hasRecords { expected = Self.withoutRecords(expected, of: touch, change) }
          #expect(run[path]?.action == expected, "\(label)")
          try hold(folder, path, expected, touch, change, old, label)
        }
        // Once more, and nothing is different.
        let after = try DryRunTests.contents(of: folder).filter { !$0.key.hasPrefix(".daybook") }
        _ = try await Self.draft(in: folder)
        #expect(try DryRunTests.contents(of: folder).filter { !$0.key.hasPrefix(".daybook") } == after)
      }
    }
  }

  /// Holds the file of a draft against what became of it.
  func hold(
    _ folder: URL, _ path: String, _ action: String, _ touch: Touch, _ change: Change, _ old: String, _ label: String
  ) throws {
    let isPost = path == Self.postPath
    let text = try Self.text(path, in: folder)
    let beside = try? Self.text(path.replacing(".md", with: ".new.md"), in: folder)
    let news = Self.news(of: change, isPost: isPost)
    #expect(Self.isThere(touch, in: text, isPost: isPost), "\(label):\n\(text)")
    #expect((beside != nil) == (action == "conflict"), "\(label)")
    switch action {
    case "unchanged", "conflict": #expect(text == old, "\(label)")
    case "kept": #expect(Self.body(of: text) == Self.body(of: old), "\(label)")
    default:
      if let news { #expect(text.contains(news), "\(label):\n\(text)") }
      #expect(text.contains("status: draft"), "\(label)")
      #expect(!text.contains("approved"), "\(label)")
    }
    if let beside, let news { #expect(beside.contains(news), "\(label)") }
    if touch == .sent { #expect(text == old, "\(label)") }
  }

  static func prepare(_ folder: URL, _ touch: Touch) async throws {
    try FileManager.default.createDirectory(
      at: folder.appending(path: "Timelines"), withIntermediateDirectories: true)
    try "name: Club\nchannels:\n  mastodon: {}\n".write(
      to: folder.appending(path: "daybook.yaml"), atomically: true, encoding: .utf8)
    try timeline.write(to: folder.appending(path: "Timelines/club.md"), atomically: true, encoding: .utf8)
    #expect(try await draft(in: folder).values.allSatisfy { $0.action == "created" })
    for (path, edit) in [(issuePath, { edited(issue: $0, touch) }), (postPath, { edited(post: $0, touch) })] {
      let old = try text(path, in: folder)
      let new = edit(old)
      #expect((old == new) == [.untouched, .approved].contains(touch), "\(path) \(touch):\n\(new)")
      try new.write(to: folder.appending(path: path), atomically: true, encoding: .utf8)
    }
    if touch == .approved {
      let run = try await CommandRun("approve", issuePath, postPath, in: folder)
      #expect(run.status == 0, "\(run.messages)")
    }
  }

  static func draft(in folder: URL) async throws -> [String: Rows.Drafts.Draft] {
    let run = try await CommandRun("draft", "--date", "2024-09-09", "--json", in: folder)
    #expect(run.status == 0, "\(run.messages)")
    return Dictionary(try run.json(as: Rows.Drafts.self).drafts.map { ($0.file, $0) }) { first, _ in first }
  }

  static func text(_ path: String, in folder: URL) throws -> String {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  static func body(of text: String) -> Substring {
    text.dropFirst(4).firstRange(of: "\n---\n").map { text[$0.upperBound...] } ?? ""
  }
}

extension Substring {
  fileprivate var trimmed: String {
    String(reversed().drop(while: \.isWhitespace).reversed())
  }
}
