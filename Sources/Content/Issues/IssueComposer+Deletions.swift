package import Timeline

extension IssueComposer {
  /// Lines longer than this belong to one entry alone; shorter ones, as a date, may stand in several.
  private static let tellingLength = 40

  /// The entries that a person took out of a draft.
  ///
  /// An entry is gone when lines that it alone puts into an issue were in the generated text, and none of them is in
  /// the draft any more. What only its entry's headline in the standfirst says does not keep it.
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
    let all = Self.lines(of: text(of: bodies, day: day, from: source))
    let headlines = Dictionary(source.entries.map { ($0.id, headline(of: $0)) }) { first, _ in first }
    return draft.entries.filter { id in
      var others = source
      others.without.insert(id)
      let headline = headlines[id] ?? ""
      let own = all.subtracting(Self.lines(of: text(of: bodies, day: day, from: others)))
      let telling = own.filter { $0.count > Self.tellingLength || (!headline.isEmpty && $0.contains(headline)) }
      // Of an entry that has short lines alone, as a quote by itself, all of them must be gone.
      let lines = telling.isEmpty ? own : telling
      return !lines.isDisjoint(with: before) && lines.isDisjoint(with: now)
    }
  }

  private static func lines(of text: String) -> Set<Substring> {
    Set(text.split(separator: "\n"))
  }
}
