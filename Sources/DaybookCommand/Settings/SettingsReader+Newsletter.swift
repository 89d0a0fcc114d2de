internal import Content
internal import Timeline

extension SettingsReader {
  func newsletter(from root: SettingsSection) -> NewsletterSettings {
    var newsletter = NewsletterSettings()
    guard let section = root.section("newsletter", known: SettingsCatalog.newsletter.names) else { return newsletter }
    newsletter.sections = sections(from: section) ?? newsletter.sections
    newsletter.sender = section.string("sender")
    newsletter.unsubscribe = address("unsubscribe", in: section, schemes: ["https", "mailto"])
    newsletter.archive = address("archive", in: section, schemes: ["https", "http"])
    newsletter.pictures = address("pictures", in: section, schemes: ["https", "http"])
      .map { $0.hasSuffix("/") ? $0 : $0 + "/" }
    return newsletter
  }

  private func address(_ key: String, in section: SettingsSection, schemes: [String]) -> String? {
    guard let text = section.string(key) else { return nil }
    let isKnown = schemes.contains { text.hasPrefix($0 == "mailto" ? "mailto:" : "\($0)://") }
    guard isKnown, !text.utf8.contains(where: { $0 <= 0x20 || $0 == 0x3C || $0 == 0x3E || $0 == 0x7F }) else {
      section.problems.add(
        "\(section.name(of: key)) must be an address with \(schemes.joined(separator: " or ")), as in "
          + "https://example.org/\(key)", at: section.value[key]?.position ?? section.value.position)
      return nil
    }
    return text
  }

  /// The sections in their order; each is a name, or `name: number` for at most so many entries.
  private func sections(from newsletter: SettingsSection) -> [SectionRule]? {
    guard let value = newsletter.value["sections"] else { return nil }
    guard let items = value.list else {
      newsletter.problems.add("newsletter.sections must be a list of names", at: value.position)
      return nil
    }
    var rules: [SectionRule] = []
    for item in items {
      guard let rule = rule(item, in: newsletter) else { continue }
      if rules.contains(where: { $0.section == rule.section }) {
        newsletter.problems.add("newsletter.sections names \(rule.section.name) twice", at: item.position)
      } else {
        rules.append(rule)
      }
    }
    return rules
  }

  private func rule(_ item: YAMLValue, in newsletter: SettingsSection) -> SectionRule? {
    if let name = item.string { return section(name, at: item.position, in: newsletter).map { SectionRule($0) } }
    guard let member = item.members?.first, item.members?.count == 1 else {
      newsletter.problems.add(
        "a section is a name, as in news, or one with a number, as in news: 10", at: item.position)
      return nil
    }
    guard let section = section(member.key, at: member.keyPosition, in: newsletter) else { return nil }
    guard section.holdsEntries else {
      newsletter.problems.add("the section \(member.key) takes no number; write its name alone", at: member.keyPosition)
      return nil
    }
    guard let most = member.value.int, most >= 1 else {
      newsletter.problems.add(
        "\(member.key) must be a whole number of at least 1; leave the section out to have none of it",
        at: member.value.position)
      return nil
    }
    return SectionRule(section, most: most)
  }

  private func section(_ name: String, at position: SourcePosition, in newsletter: SettingsSection) -> IssueSection? {
    if let section = IssueSection(rawValue: name) { return section }
    let known = IssueSection.allCases.map(\.name)
    let clause = Suggestion.clause(for: name, among: known)
    newsletter.problems.add(
      "unknown section \"\(name)\"\(clause.isEmpty ? "; known: \(known.joined(separator: ", "))" : clause)",
      at: position)
    return nil
  }
}
