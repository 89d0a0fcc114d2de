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
}
