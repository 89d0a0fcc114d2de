internal import Content
internal import Scheduler

extension SettingsCatalog {
  static let channels = Channel.networks.map { network in
    SettingsKey(network.name, .mapping(channel), "Posts for \(network.title).")
  }

  /// The keys of a channel; every one overrides a rule of the network.
  static let channel: [SettingsKey] = [
    SettingsKey("limit", cap(least: 1), "The most that a text may have, in the network's own unit."),
    SettingsKey(
      "linkLength", .either([.wholeNumber(least: 1), .choice(["shown"])]),
      "What a link counts, or `shown` for links that count as they are shown."),
    SettingsKey("links", .switchWord, "Whether posts have links."),
    SettingsKey("mostLinks", cap(least: 0), "The most links of one post."),
    SettingsKey(
      "parameters", .names(named: "a parameter", .text), "What every link gets, as `utm_source: newsletter`."),
    SettingsKey("hashtags", cap(least: 0), "The most hashtags of one post."),
    SettingsKey("mentions", cap(least: 0), "The most people mentioned in one post."),
    SettingsKey("altText", cap(least: 1), "The most characters of a picture's words."),
    SettingsKey("threads", .switchWord, "Whether a text that is too long becomes a thread."),
    SettingsKey("picture", .choice(["required", "optional"]), "Whether there is no post without a picture."),
    SettingsKey(
      "kinds", .list(of: .choice(PostKind.allCases.map(\.rawValue))), "The kinds of posts that are made.",
      usual: "[entry, on-this-day]"),
  ]

  private static func cap(least: Int) -> SettingsShape { .either([.wholeNumber(least: least), .switchWord]) }

  static let newsletter: [SettingsKey] = [
    SettingsKey(
      "sections", .strictList(of: .either([.choice(IssueSection.allCases.map(\.name)), .mapping(sectionCaps)])),
      "The sections of an issue in their order; `news: 10` is a section with the most entries it may have.",
      usual: "[\(SectionRule.usual.map(\.section.name).joined(separator: ", "))]"),
    SettingsKey("sender", .text, "From whom the e-mail is, as in `The Bell Lap <desk@example.org>`."),
    SettingsKey(
      "unsubscribe", address(["https", "mailto"]), "The address of the e-mail's `List-Unsubscribe`."),
    SettingsKey(
      "archive", address(["https", "http"]), "Where the page of `daybook export archive` stands on the web."),
    SettingsKey(
      "pictures", address(["https", "http"]),
      "Where the folder of timelines stands on the web, for the pictures beside them."),
  ]

  private static let sectionCaps = IssueSection.allCases.filter(\.holdsEntries).map {
    SettingsKey($0.name, .wholeNumber(least: 1), "The most entries of the section.")
  }

  private static func address(_ schemes: [String]) -> SettingsShape {
    let starts = schemes.map { $0 == "mailto" ? "mailto:" : "\($0)://" }
    return .form(
      pattern: "^(\(starts.joined(separator: "|")))[^\\u0000-\\u0020<>\\u007F]*$",
      example: starts[0] + "example.org")
  }

  static let onThisDay =
    pickRules + [
      SettingsKey(
        "channels", .mapping(Channel.all.map { SettingsKey($0.name, .mapping(pickRules), "Rules for \($0.title).") }),
        "Rules of single channels, over those above.")
    ]

  /// The keys of "on this day" that a channel may have of its own.
  static let pickRules: [SettingsKey] = {
    let rules = OnThisDayRules()
    return [
      SettingsKey(
        "leapDay", .choice(OnThisDayRules.LeapDay.allCases.map(\.rawValue)),
        "Where 29 February goes in a year that has none.", usual: rules.leapDay.rawValue),
      SettingsKey(
        "ranges", .choice(OnThisDayRules.Ranges.allCases.map(\.rawValue)),
        "Which day of a range of days is remembered.", usual: rules.ranges.rawValue),
      SettingsKey("maxPerDay", .wholeNumber(least: 0), "The most picks of a day.", usual: "\(rules.maxPerDay)"),
      SettingsKey(
        "maxPerYear", .wholeNumber(least: 0),
        "The most picks of one year in one window, so that a busy year does not hide the others."),
      SettingsKey(
        "maxPerMonth", .wholeNumber(least: 0), "The most entries that name a month and no day.",
        usual: "\(rules.maxPerMonth)"),
      SettingsKey(
        "cooldownDays", .wholeNumber(least: 0), "How many days an entry stays away from a channel that had it.",
        usual: "\(rules.cooldownDays)"),
      SettingsKey(
        "minimumYears", .wholeNumber(least: 1), "The least age of an entry in years.", usual: "\(rules.minimumYears)"),
      SettingsKey(
        "minimumWeight", .wholeNumber(least: 0), "The least `- weight:` of an entry; one without has 1.",
        usual: "\(rules.minimumWeight)"),
      SettingsKey(
        "milestones", .list(of: .wholeNumber(least: 1)), "The round years, which come first.",
        usual: "[1, 5, 10, 25, 50, 75, 100, 150, …]"),
      SettingsKey(
        "spread", .list(of: .choice(OnThisDayRules.Spread.allCases.map(\.rawValue))),
        "Whose people or tags have not come up yet goes before its equals; `[]` for no such order.",
        usual: "[\(OnThisDayRules.Spread.allCases.map(\.rawValue).joined(separator: ", "))]"),
    ]
  }()
}
