package import Timeline

extension IssueComposer {
  /// Lines longer than this belong to one entry alone; a shorter one may be a date that is left behind.
  private static let tellingLength = 40

  /// The entries that a person took out of a draft.
  ///
  /// An entry is gone when lines that it alone puts into an issue were in the generated text, and none of them is in
  /// the draft any more, not even in other words: a line that shares most of its words with one of them is that line,
  /// retitled or reworded. What only its entry's headline in the standfirst says does not keep it.
  ///
  /// - Parameters:
  ///   - draft: the draft as it is now.
  ///   - base: the draft as it was generated.
  ///   - day: the issue's date.
  ///   - source: what the issue is made from.
  /// - Returns: ids of ``Draft/entries``, in their order, without those that are known to be unwanted.
  package func deletions(from draft: Draft, generatedAs base: Draft, day: CivilDay, source: IssueSource) -> [String] {
    let now = Self.lines(of: draft.text)
    let before = Self.lines(of: base.text)
    guard now != before else { return [] }
    let bodies = sections.filter(\.section.holdsEntries)
    let written = Self.lines(of: Self.withoutStandfirst(draft.text)).subtracting(before).map(Self.words)
    let all = Self.lines(of: text(of: bodies, day: day, from: source))
    let headlines = Dictionary(source.entries.map { ($0.id, headline(of: $0)) }) { first, _ in first }
    return draft.entries.filter { id in
      var others = source
      others.without.insert(id)
      let headline = headlines[id] ?? ""
      let own = all.subtracting(Self.lines(of: text(of: bodies, day: day, from: others)))
      let telling = own.filter { Self.isTelling($0) || (!headline.isEmpty && $0.contains(headline)) }
      // Of an entry that has short lines alone, as a quote by itself, all of them must be gone.
      let lines = telling.isEmpty ? own : telling
      guard !lines.isDisjoint(with: before), lines.isDisjoint(with: now) else { return false }
      return !lines.contains { line in
        let words = Self.words(of: line)
        return written.contains { Self.isReworded(words, as: $0) }
      }
    }
  }

  /// The text from its first section on.
  private static func withoutStandfirst(_ text: String) -> String {
    if text.hasPrefix("## ") { return text }
    return text.firstRange(ofExactly: "\n## ").map { String(text[$0.lowerBound...]) } ?? text
  }

  /// Whether a line says by itself which entry it is of: a heading or a date may stay behind when the entry goes.
  private static func isTelling(_ line: Substring) -> Bool {
    line.count > tellingLength || !line.hasPrefix("#") && !line.contains(where: \.isNumber)
  }

  private static func words(of line: Substring) -> Set<String> {
    Set(line.split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased() })
  }

  /// Whether a line with the words `new` is likely one with the words `old`, edited.
  private static func isReworded(_ old: Set<String>, as new: Set<String>) -> Bool {
    let shared = old.intersection(new).count
    return shared > 0 && shared * 2 >= old.count && shared * 3 >= new.count
  }

  private static func lines(of text: String) -> Set<Substring> {
    Set(text.split(separator: "\n"))
  }
}
