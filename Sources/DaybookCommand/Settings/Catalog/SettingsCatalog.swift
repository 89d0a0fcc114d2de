internal import Content
internal import Timeline

/// Every key of `daybook.yaml`: what the reader knows, the reference lists and the JSON Schema describes.
enum SettingsCatalog {
  static let root: [SettingsKey] = [
    SettingsKey("name", .text, "The publication's name, in subjects and on pages.", usual: "Untitled"),
    SettingsKey("link", .text, "The publication's own page."),
    SettingsKey(
      "links", .names(named: "a link's text", .text), "More links for the sign-off, in this order: text and address."),
    SettingsKey(
      "timeZone", .timeZone,
      "The IANA time zone in which every \"today\", window of days and schedule is meant, as in `Europe/Oslo`.",
      usual: "UTC"),
    SettingsKey(
      "language", .text,
      "The language of dates and fixed words: `en`, `nb`, `de`, `fr`, `es`, or one with a folder of templates.",
      usual: "en"),
    SettingsKey(
      "people", .names(named: "a person", .mapping(handles)),
      "The handles of people, one for each network. A person is mentioned on a network only where a handle stands."),
    SettingsKey(
      "channels", .mapping(channels),
      "The channels that posts are made for. Each begins with its network's own rules, and every rule can be another."),
    SettingsKey("newsletter", .mapping(newsletter), "What an issue holds, and where it belongs."),
    SettingsKey("onThisDay", .mapping(onThisDay), "Which entries are remembered on a day of another year."),
    SettingsKey(
      "dateOrder", .choice(DateOrder.allCases.map(\.rawValue)),
      "How dates such as `03/04/2024` are meant. Without it, they are a finding."),
    SettingsKey(
      "check", .mapping(RuleCatalog.all.map { key(of: $0) }),
      "How weighty the findings of a rule are; `off` switches it off. <doc:CheckRules> has them all."),
    SettingsKey(
      "webhooks", .names(named: "a webhook", .mapping(webhook)), "Where drafts are sent, each under a name of yours."),
    SettingsKey("delivery", .mapping(delivery), "What holds for all webhooks."),
    SettingsKey(
      "schedules", .names(named: "a schedule", .mapping(schedule)),
      "What is made and sent when. A new name is a new schedule."),
  ]

  private static let handles = Channel.networks.map { network in
    SettingsKey(network.name, .text, "The handle on \(network.title), as in `\(network.handle.example)`.")
  }

  private static func key(of rule: RuleDescription) -> SettingsKey {
    let words = Finding.Severity.allCases.reversed().map(\.name) + ["off"]
    return SettingsKey(rule.name, .choice(words), "", usual: rule.severity.name)
  }
}
