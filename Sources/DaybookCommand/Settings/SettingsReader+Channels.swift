internal import Content
internal import Timeline

extension SettingsReader {
  /// The channels that posts are made for; each name must be one that Daybook knows.
  func channels(from root: SettingsSection) -> [Channel] {
    guard let section = root.section("channels", known: Channel.networks.map(\.name)) else { return [] }
    return section.members.compactMap { member in
      let rules = section.section(member.key, known: ["limit"])
      return Channel.named(member.key)?.limited(to: rules?.int("limit", least: 1))
    }
  }

  /// The newsletter's sections in their order.
  func sections(from root: SettingsSection) -> [IssueSection]? {
    guard let newsletter = root.section("newsletter", known: ["sections"]),
      let names = newsletter.strings("sections")
    else { return nil }
    let known = IssueSection.allCases.map(\.name)
    return names.compactMap { name in
      if let section = IssueSection(rawValue: name) { return section }
      let clause = Suggestion.clause(for: name, among: known)
      newsletter.problems.add(
        "unknown section \"\(name)\"\(clause.isEmpty ? "; known: \(known.joined(separator: ", "))" : clause)",
        at: newsletter.value["sections"]?.position ?? newsletter.value.position)
      return nil
    }
  }
}
