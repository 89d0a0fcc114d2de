internal import Content
internal import Timeline

extension SettingsReader {
  /// The channels that posts are made for; each name must be one that Daybook knows.
  func channels(from root: SettingsSection) -> [Channel] {
    guard let section = root.section("channels", known: Channel.networks.map(\.name)) else { return [] }
    return section.members.compactMap { member in
      guard var channel = Channel.named(member.key) else { return nil }
      if let rules = section.section(member.key, known: SettingsCatalog.channel.names) { override(&channel, by: rules) }
      return channel
    }
  }

  /// Changes a network's rules where the settings say otherwise.
  private func override(_ channel: inout Channel, by rules: SettingsSection) {
    if let limit = rules.cap("limit", least: 1) { channel.limit = limit.most(network: channel.limit) }
    if let length = linkLength(from: rules) { channel.measure.linkLength = length.characters }
    channel.showsLinks = rules.flag("links") ?? channel.showsLinks
    if let links = rules.cap("mostLinks", least: 0) { channel.mostLinks = links.most(network: channel.mostLinks) }
    channel.linkParameters = parameters(from: rules)
    if let tags = rules.cap("hashtags", least: 0) {
      channel.mostHashtags = tags.most(network: channel.mostHashtags) ?? 0
    }
    if let mentions = rules.cap("mentions", least: 0) {
      channel.hasMentions = mentions != .off && mentions != .most(0)
      channel.mostMentions = mentions.most(network: channel.mostMentions)
    }
    if let text = rules.cap("altText", least: 1) { channel.altTextLimit = text.most(network: channel.altTextLimit) }
    channel.hasThreads = rules.flag("threads") ?? channel.hasThreads
    if let picture = rules.choice("picture", of: PictureRule.self) { channel.needsPicture = picture == .required }
    channel.kinds = kinds(from: rules) ?? channel.kinds
  }

  /// `required` or `optional`, as `picture:` has it.
  private enum PictureRule: String, CaseIterable {
    case required, optional
  }

  /// What `linkLength:` says: a number of characters, or nil for links that count as they are shown.
  private func linkLength(from rules: SettingsSection) -> (characters: Int?, Void)? {
    rules.read("linkLength", expected: "a whole number of at least 1, or shown") { value in
      if value.string == "shown" { return (nil, ()) }
      return value.int.flatMap { $0 >= 1 ? ($0, ()) : nil }
    }
  }

  /// What every link of a post gets, as `utm_source: newsletter`; in the order of the file.
  private func parameters(from rules: SettingsSection) -> [LinkParameter] {
    guard let section = rules.section("parameters", known: nil) else { return [] }
    return section.members.compactMap { member in
      section.string(member.key).map { LinkParameter(name: member.key, value: $0) }
    }
  }

  private func kinds(from rules: SettingsSection) -> Set<PostKind>? {
    rules.words("kinds", of: PostKind.allCases.map(\.rawValue)).map { Set($0.compactMap(PostKind.init)) }
  }

  /// The people's handles by network; a handle of another network's form is a problem.
  func people(from root: SettingsSection) -> [String: [String: String]] {
    guard let section = root.section("people", known: nil) else { return [:] }
    var people: [String: [String: String]] = [:]
    for member in section.members {
      guard let handles = section.section(member.key, known: Channel.networks.map(\.name)) else { continue }
      for network in Channel.networks {
        guard let handle = handles.string(network.name) else { continue }
        if network.handle.accepts(handle) {
          people[member.key, default: [:]][network.name] = handle
        } else {
          root.problems.add(
            "\(handles.name(of: network.name)) is no handle on \(network.title): \"\(handle)\"; "
              + "one looks like \(network.handle.example)",
            at: handles.value[network.name]?.position ?? handles.value.position)
        }
      }
    }
    return people
  }
}
