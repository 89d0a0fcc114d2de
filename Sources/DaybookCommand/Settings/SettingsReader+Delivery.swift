internal import Delivery
internal import Timeline

extension SettingsReader {
  /// `delivery:`, what holds for all webhooks.
  func delivery(from root: SettingsSection) -> Settings.DeliverySettings {
    var delivery = Settings.DeliverySettings()
    guard let section = root.section("delivery", known: SettingsCatalog.delivery.names) else { return delivery }
    delivery.keepDays = section.int("keepDays", least: 1) ?? delivery.keepDays
    delivery.vacuum = section.bool("vacuum") ?? delivery.vacuum
    delivery.notify = section.string("notify")
    delivery.proxy = proxy(from: section)
    delivery.inFlight = section.int("inFlight", least: 1) ?? delivery.inFlight
    delivery.perHost = section.int("perHost", least: 1) ?? delivery.perHost
    return delivery
  }

  private func proxy(from delivery: SettingsSection) -> Settings.ProxySettings? {
    guard let value = delivery.value["proxy"],
      let section = delivery.section("proxy", known: SettingsCatalog.proxy.names)
    else { return nil }
    let network = section.choice("network", of: NetworkScope.self) ?? .public
    if let text = section.string("url") {
      guard let route = ProxyRoute(Secret(text), network: network), !text.contains("@") else {
        section.problems.add(
          "\(section.path).url must be http://host:port in network: \(network.rawValue), without user and password; "
            + "with them write {env: NAME} or {file: PATH}", at: value.position)
        return nil
      }
      return Settings.ProxySettings(address: .written(route), network: network, position: value.position)
    }
    if let place = place(in: section) {
      return Settings.ProxySettings(address: .secret(place), network: network, position: value.position)
    }
    section.problems.add(
      "\(section.path) must be {url: http://host:port}, {env: NAME}, {file: PATH} or {credential: NAME}",
      at: value.position)
    return nil
  }

  /// Whoever is to be told must be there, and must be able to show a notice.
  func checkNotices(in settings: Settings, _ root: SettingsSection) {
    let known = settings.webhooks.map(\.name)
    let places =
      [(settings.delivery.notify, "delivery.notify", root.value["delivery"]?["notify"]?.position)]
      + settings.webhooks.map {
        ($0.notify, "webhooks.\($0.name).notify", root.value["webhooks"]?[$0.name]?["notify"]?.position)
      }
    for case (let name?, let path, let position?) in places {
      if let target = settings.webhooks.first(where: { $0.name == name }) {
        guard !PayloadTarget(webhook: name, format: target.format).takes(.notice) else { continue }
        root.problems.add(
          "\(path): \(target.format) takes issues alone, no notices; name another webhook", at: position)
      } else if !(root.value["webhooks"]?.members ?? []).contains(where: { $0.key == name }) {
        let clause = Suggestion.clause(for: name, among: known)
        root.problems.add("\(path): there is no webhook \"\(name)\"\(clause)", at: position)
      }
    }
  }
}
