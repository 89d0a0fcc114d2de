internal import Scheduler
internal import Timeline

/// Turns the text of `daybook.yaml` into ``Settings``, or says everything that is wrong with it.
struct SettingsReader {
  let file: String
  /// The formats that there is a template for.
  let webhookFormats: [String]
  /// The bytes of a time zone's file by its IANA name.
  let zoneFile: (String) -> [UInt8]?

  func read(_ text: String) throws(CommandFailure) -> Settings {
    // Half written, or a slip: that must not end all schedules in silence.
    guard !text.allSatisfy(\.isWhitespace) else {
      throw CommandFailure(
        .badSettings, "\(file):1:1: the file is empty; write at least `name:`, or put back what stood in it")
    }
    let problems = SettingsSection.Problems(file: file)
    do {
      let root = try YAMLValue.read(text)
      if let section = SettingsSection(root, path: "", known: SettingsCatalog.root.names, problems: problems),
        let settings = settings(from: section), problems.findings.isEmpty
      {
        return settings
      }
    } catch {
      problems.add(error.problem, at: error.position)
    }
    throw CommandFailure(.badSettings, findings: problems.findings.sorted { $0.position < $1.position })
  }

  private func settings(from root: SettingsSection) -> Settings? {
    guard let zone = zone(from: root) else { return nil }
    var settings = Settings(zone: zone)
    settings.name = root.string("name") ?? settings.name
    settings.link = root.string("link")
    settings.links = links(from: root)
    settings.language = root.string("language") ?? settings.language
    settings.people = people(from: root)
    settings.channels = channels(from: root)
    settings.newsletter = newsletter(from: root)
    settings.onThisDay = onThisDay(from: root)
    settings.dateOrder = root.choice("dateOrder", of: DateOrder.self)
    settings.severities = severities(from: root)
    settings.delivery = delivery(from: root)
    settings.webhooks = webhooks(from: root)
    checkNotices(in: settings, root)
    settings.webhooksPosition = root.members.first { $0.key == "webhooks" }?.keyPosition ?? settings.webhooksPosition
    settings.schedules = schedules(from: root, settings)
    return settings
  }

  private func zone(from root: SettingsSection) -> Zone? {
    do {
      return try Zone(named: root.string("timeZone") ?? "UTC", read: zoneFile)
    } catch {
      root.problems.add(error.message, at: root.value["timeZone"]?.position ?? root.value.position)
      return nil
    }
  }

  private func links(from root: SettingsSection) -> [Link] {
    guard let section = root.section("links", known: nil) else { return [] }
    return section.members.compactMap { member in
      section.string(member.key).map { Link(text: member.key, url: $0) }
    }
  }

  private func severities(from root: SettingsSection) -> [String: Finding.Severity?] {
    guard let section = root.section("check", known: RuleCatalog.names) else { return [:] }
    var severities: [String: Finding.Severity?] = [:]
    for member in section.members {
      let word = member.value.string
      let severity = Finding.Severity.allCases.first { $0.name == word }
      guard severity != nil || word == "off" else {
        section.problems.add("check.\(member.key) must be one of error, warning, note, off", at: member.value.position)
        continue
      }
      severities[member.key] = .some(severity)
    }
    return severities
  }
}
