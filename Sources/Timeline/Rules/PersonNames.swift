/// The full names of a document: of the settings, of `people:` fields and of speakers.
struct PersonNames {
  struct Use {
    var count = 0
    var first: SourcePosition
  }

  private(set) var uses: [String: Use] = [:]
  private let known: Set<String>
  /// The surnames that stand behind a first name.
  private var surnames: [String: Set<String>] = [:]

  init(_ document: TimelineDocument, known: Set<String>) {
    self.known = known
    for entry in document.entries {
      for name in entry.fields.people { add(name, entry.position) }
      for (index, block) in entry.blocks.enumerated() {
        if case .quote(let quote) = block, let speaker = quote.speaker { add(speaker, entry.position(ofBlock: index)) }
      }
    }
    for name in known.union(uses.keys) {
      guard let (first, last) = Self.parts(name) else { continue }
      surnames[first, default: []].insert(last)
    }
  }

  private mutating func add(_ name: String, _ position: SourcePosition) {
    guard Self.parts(name) != nil else { return }
    uses[name, default: Use(first: position)].count += 1
  }

  /// What stands before the last word, and the last word.
  private static func parts(_ name: String) -> (first: String, last: String)? {
    guard let space = name.lastIndex(of: " ") else { return nil }
    let last = name[name.index(after: space)...]
    return last.count < 3 ? nil : (String(name[..<space]), String(last))
  }

  /// The name that `name` is a slip of: the same first names, and a surname that differs by a letter or two and is the
  /// settings' own or stands at least twice as often.
  func meant(by name: String) -> String? {
    guard !known.contains(name), let (first, last) = Self.parts(name) else { return nil }
    let count = uses[name]?.count ?? 0
    return near(last, behind: first).map { first + " " + $0 }.sorted()
      .filter { known.contains($0) || uses[$0]?.count ?? 0 >= 2 * max(1, count) }
      .max { uses[$0]?.count ?? 0 < uses[$1]?.count ?? 0 }
  }

  /// The person whose surname a word is a slip of, where the word before is that person's first name.
  func meant(by surname: String, behind firstNames: Set<String>) -> String? {
    for first in firstNames.sorted() where surnames[first]?.contains(surname) == false {
      if let last = near(surname, behind: first).min() { return first + " " + last }
    }
    return nil
  }

  private func near(_ surname: String, behind first: String) -> [String] {
    let limit = surname.count >= 9 ? 2 : 1
    return surnames[first, default: []].filter { other in
      other != surname && other.first == surname.first && NearestWord.distance(surname, other, limit: limit) <= limit
    }
  }
}
