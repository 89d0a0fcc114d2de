internal import Delivery
internal import Scheduler

extension SettingsCatalog {
  static let webhook: [SettingsKey] = [
    SettingsKey(
      "url", .either([.text, secretPlace]),
      "The address, or the place of one that is a secret, as those of Slack and Discord are.", isRequired: true),
    SettingsKey("format", .text, "The template in `Templates/webhooks/` that makes the message.", usual: "standard"),
    SettingsKey("secret", secretPlace, "The key that signs, or the service's key; never the key itself."),
    SettingsKey(
      "secrets", .strictList(of: secretPlace), "Several keys during a rotation, the new one first; all of them sign."),
    SettingsKey(
      "network", .choice(NetworkScope.allCases.map(\.rawValue)),
      "Which addresses may be reached. `public` asks for https, and no name may lead to a private address.",
      usual: NetworkScope.public.rawValue),
    SettingsKey("caFile", .text, "The certificates of an authority of your own, as a PEM file."),
    SettingsKey(
      "options", .names(named: "an option", .list(of: .text)), "What the format asks for, as listmonk's `lists`."),
    SettingsKey(
      "inFlight", .wholeNumber(least: 1), "The most deliveries under way to this webhook.",
      usual: "\(Settings.WebhookSettings.usualInFlight)"),
    SettingsKey("digest", .flag, "Whether drafts that are sent together go as one message.", usual: "false"),
    SettingsKey("notify", .text, "The webhook that is told when this one is in trouble."),
    SettingsKey("from", .text, "With `format: smtp`: from whom the proof is."),
    SettingsKey("to", .list(of: .text), "With `format: smtp`: who gets the proof."),
    SettingsKey("user", .text, "With `format: smtp`: the user name at the mail server."),
    SettingsKey("password", secretPlace, "With `format: smtp`: the place of the password."),
  ]

  /// The keys that say where a secret is; one of them is enough.
  static let places: [SettingsKey] = [
    SettingsKey("env", .text, "The environment variable that holds it."),
    SettingsKey("file", .text, "The file that holds it, best readable for its owner alone."),
    SettingsKey(
      "credential", .form(pattern: "^[A-Za-z0-9_.-]+$", example: "desk-secret"),
      "The name of the credential that systemd hands over."),
  ]

  private static let secretPlace = SettingsShape.mapping(places)

  static let delivery: [SettingsKey] = {
    let usual = Settings.DeliverySettings()
    return [
      SettingsKey(
        "keepDays", .wholeNumber(least: 1), "How many days what was delivered or cancelled stays in the outbox.",
        usual: "\(usual.keepDays)"),
      SettingsKey(
        "vacuum", .flag, "Whether space that becomes free in the state database goes back to the disk.",
        usual: "\(usual.vacuum)"),
      SettingsKey("notify", .text, "The webhook that is told when another one is in trouble."),
      SettingsKey(
        "proxy", .mapping(proxy), "The proxy for public webhooks. The environment's is never used unless named here."),
      SettingsKey(
        "inFlight", .wholeNumber(least: 1), "The most deliveries under way in all.", usual: "\(usual.inFlight)"),
      SettingsKey(
        "perHost", .wholeNumber(least: 1), "The most deliveries under way to one host.", usual: "\(usual.perHost)"),
    ]
  }()

  static let proxy: [SettingsKey] =
    [SettingsKey("url", .text, "Its address, `http://host:port`, without user and password.")] + places + [
      SettingsKey(
        "network", .choice(NetworkScope.allCases.map(\.rawValue)), "Where the proxy itself is.",
        usual: NetworkScope.public.rawValue)
    ]

  static let schedule: [SettingsKey] = [
    SettingsKey("at", .text, "When, in words: `every monday at 07:00`, `weekdays at 18:30`; cron is understood too."),
    SettingsKey("cron", .text, "When, in cron's five fields: `0 7 * * 1`. Either this or `at`."),
    SettingsKey("timeZone", .timeZone, "Whose clocks count, when it is not the publication's zone."),
    SettingsKey("from", day, "The first day."),
    SettingsKey("until", day, "The last day."),
    SettingsKey(
      "blackout", .list(of: .text),
      "Days of rest, of every year or of one: `12-25`, `12-24/01-02`, `2024-12-24`, `2024-12-24/2025-01-02`."),
    SettingsKey(
      "make", .choice(Schedule.Product.allCases.map(\.rawValue)), "What is made.",
      usual: Schedule.Product.newsletter.rawValue),
    SettingsKey("channels", .list(of: .text), "With `make: posts`: the channels, when not all of them."),
    SettingsKey("sendTo", .list(of: .text), "The webhooks that get it; without it, drafts are made and kept."),
    SettingsKey(
      "approval", .choice(Schedule.Approval.allCases.map(\.rawValue)),
      "Whether a person approves what is sent. `automatic` where nothing is sent.", usual: "required"),
    SettingsKey(
      "prepare", lead, "With `approval: required`: how long before the time the drafts are made.", usual: "1 day"),
    SettingsKey(
      "remind",
      .mapping([
        SettingsKey("webhook", .text, "The webhook that is told.", isRequired: true),
        SettingsKey("before", lead, "How long before the time.", isRequired: true),
      ]), "Tells a webhook which drafts still wait for approval."),
    SettingsKey(
      "catchUp", .form(pattern: "^(skip|once|all( ([1-9][0-9]?|100))?)$", example: "all 20"),
      "What becomes of runs that were missed: `skip`, `once`, `all`, or at most so many: `all 20`.", usual: "once"),
  ]

  private static let day = SettingsShape.form(pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", example: "2024-12-24")
  private static let lead = SettingsShape.form(
    pattern: "^[0-9]{1,6} *(minutes?|mins?|m|hours?|h|days?|d|weeks?|w)$", example: "2 hours")
}
