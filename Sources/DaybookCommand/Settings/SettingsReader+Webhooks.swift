internal import Delivery
internal import Timeline

extension SettingsReader {
  func webhooks(from root: SettingsSection) -> [Settings.WebhookSettings] {
    guard let section = root.section("webhooks", known: nil) else { return [] }
    return section.members.compactMap { webhook(from: $0, in: section) }
  }

  private func webhook(from member: YAMLMember, in section: SettingsSection) -> Settings.WebhookSettings? {
    guard let webhook = section.section(member.key, known: SettingsCatalog.webhook.names) else { return nil }
    let network = webhook.choice("network", of: NetworkScope.self) ?? .public
    guard let url = webhook.value["url"] else {
      let isMistyped = webhook.members.contains {
        Suggestion.nearest(to: $0.key, among: SettingsCatalog.webhook.names) == "url"
      }
      if !isMistyped { webhook.problems.add("\(webhook.path) needs a url", at: member.keyPosition) }
      return nil
    }
    let format = format(of: webhook)
    let isMail = format == WebhookFormat.mailName
    guard let address = address(url, network: network, isMail: isMail, in: webhook) else { return nil }
    return Settings.WebhookSettings(
      name: member.key, address: address, format: format, secrets: secrets(from: webhook),
      network: network, caFile: webhook.string("caFile"), options: options(of: webhook),
      inFlight: webhook.int("inFlight", least: 1), isDigest: isDigest(webhook, format: format),
      notify: webhook.string("notify"), mail: mail(from: webhook, isMail: isMail, at: member.keyPosition),
      position: member.keyPosition)
  }

  /// Several drafts may go as one message where the service can make something of it.
  private func isDigest(_ webhook: SettingsSection, format: String) -> Bool {
    guard webhook.bool("digest") == true else { return false }
    guard PayloadTarget(webhook: "", format: format).takes(.digest) else {
      webhook.problems.add(
        "\(webhook.path).digest: \(format) takes one issue at a time; leave digest: out",
        at: webhook.value["digest"]?.position ?? webhook.value.position)
      return false
    }
    return true
  }

  /// An address as it is written, or the place of one that is a secret, as in `{env: NAME}`.
  private func address(
    _ value: YAMLValue, network: NetworkScope, isMail: Bool, in webhook: SettingsSection
  ) -> Settings.Address? {
    guard let text = value.string else {
      return source(value, path: "\(webhook.path).url", in: webhook).map { .secret($0) }
    }
    do throws(WebhookURLError) {
      let url = try WebhookURL(text, network: network, isMail: isMail)
      guard network != .public || !url.isLocalhost else { throw .address(url.host, network) }
      return .written(url)
    } catch {
      webhook.problems.add("\(webhook.path).url: \(error)", at: value.position)
      return nil
    }
  }

  private func format(of webhook: SettingsSection) -> String {
    let format = webhook.string("format") ?? "standard"
    if !webhookFormats.contains(format), let position = webhook.value["format"]?.position {
      let clause = Suggestion.clause(for: format, among: webhookFormats)
      webhook.problems.add(
        "\(webhook.path).format: no template Templates/webhooks/\(format).mustache\(clause); "
          + "known: \(webhookFormats.joined(separator: ", "))", at: position)
    }
    return format
  }

  private func options(of webhook: SettingsSection) -> [String: String] {
    guard let section = webhook.section("options", known: nil) else { return [:] }
    let pairs = section.members.compactMap { member in
      section.strings(member.key).map { (member.key, $0.joined(separator: ", ")) }
    }
    return Dictionary(pairs) { first, _ in first }
  }

  /// `secret:` names one source, `secrets:` several, the newest first.
  private func secrets(from webhook: SettingsSection) -> [Settings.SecretSource] {
    var sources: [Settings.SecretSource] = []
    if let one = webhook.value["secret"] {
      sources += [secret(one, path: "\(webhook.path).secret", in: webhook)].compactMap(\.self)
    }
    if let several = webhook.value["secrets"] {
      guard let list = several.list else {
        webhook.problems.add("\(webhook.path).secrets must be a list", at: several.position)
        return sources
      }
      sources += list.compactMap { secret($0, path: "\(webhook.path).secret", in: webhook) }
    }
    return sources
  }

  /// Where a secret comes from; a secret that stands in the settings themselves is a problem.
  func secret(_ value: YAMLValue, path: String, in webhook: SettingsSection) -> Settings.SecretSource? {
    guard value.string == nil else {
      let key = path.split(separator: ".").last ?? "secret"
      webhook.problems.add(
        "\(path): a secret does not belong in this file; write `\(key): {env: NAME}`, "
          + "`\(key): {file: PATH}` or `\(key): {credential: NAME}`",
        at: value.position)
      return nil
    }
    return source(value, path: path, in: webhook)
  }

  func source(_ value: YAMLValue, path: String, in webhook: SettingsSection) -> Settings.SecretSource? {
    let known = SettingsCatalog.places.names
    guard let section = SettingsSection(value, path: path, known: known, problems: webhook.problems) else { return nil }
    if let place = place(in: section) { return place }
    webhook.problems.add("\(path) must be {env: NAME}, {file: PATH} or {credential: NAME}", at: value.position)
    return nil
  }

  /// The place of a secret that a section names; nil where it names none.
  func place(in section: SettingsSection) -> Settings.SecretSource? {
    let position = { (key: String) in section.value[key]?.position ?? section.value.position }
    for key in ["env", "file", "credential"] where section.string(key)?.hasPrefix("whsec_") ?? false {
      section.problems.add(
        "\(section.path).\(key): this is a secret, and here belongs the name of what holds it", at: position(key))
      return nil
    }
    if let name = section.string("env") { return .environment(name, position: position("env")) }
    if let path = section.string("file") { return .file(path, position: position("file")) }
    guard let name = section.string("credential") else { return nil }
    if name.wholeMatch(of: /[A-Za-z0-9_.-]+/) == nil || name.allSatisfy({ $0 == "." }) {
      section.problems.add(
        "\(section.path).credential: a name has letters, digits, dots, hyphens and underscores",
        at: position("credential"))
    }
    return .credential(name, position: position("credential"))
  }
}
