internal import Content
internal import Scheduler
internal import Timeline

extension SettingsReader {
  /// The schedules in the order of the file; `settings` has zone, channels and webhooks already.
  func schedules(from root: SettingsSection, _ settings: Settings) -> [Settings.ScheduleSettings] {
    guard let section = root.section("schedules", known: nil) else { return [] }
    // Those with mistakes too: what is wrong with them is said at their own places.
    let webhooks = (root.value["webhooks"]?.members ?? []).map(\.key)
    return section.members.compactMap { member in
      section.section(member.key, known: SettingsCatalog.schedule.names).flatMap {
        schedule(from: $0, member, settings, webhooks: webhooks)
      }
    }
  }

  private func schedule(
    from section: SettingsSection, _ member: YAMLMember, _ settings: Settings, webhooks: [String]
  ) -> Settings.ScheduleSettings? {
    let time = section.value["at"] ?? section.value["cron"]
    guard let recurrence = recurrence(from: section, at: member.keyPosition) else { return nil }
    let zone = zone(of: section) ?? settings.zone
    var schedule = Schedule(name: member.key, recurrence: recurrence, zone: zone, limits: limits(from: section))
    schedule.catchUp =
      section.read("catchUp", expected: "skip, once, all, or all with a cap of 1 to 100 as in \"all 20\"") {
        $0.string.flatMap(CatchUp.init)
      } ?? schedule.catchUp
    schedule.product = section.choice("make", of: Schedule.Product.self) ?? schedule.product
    schedule.channels = channels(of: section, schedule.product, settings)
    schedule.sendTo = names("sendTo", in: section, among: webhooks, kind: "webhook")
    // Where nothing is sent, nobody has to approve anything; where something is, a person reads it unless told not to.
    schedule.approval =
      section.choice("approval", of: Schedule.Approval.self) ?? (schedule.sendTo.isEmpty ? .automatic : .required)
    readDeadline(of: section, into: &schedule, webhooks: webhooks)
    return Settings.ScheduleSettings(schedule: schedule, position: time?.position ?? member.keyPosition)
  }

  private func recurrence(from section: SettingsSection, at position: SourcePosition) -> Recurrence? {
    let plain = section.value["at"]
    let cron = section.value["cron"]
    guard let value = plain ?? cron, plain == nil || cron == nil else {
      let problem =
        plain == nil ? "needs `at:`, as in `at: every monday at 07:00`" : "has both `at:` and `cron:`; keep one of them"
      section.problems.add("\(section.path) \(problem)", at: position)
      return nil
    }
    let key = plain == nil ? "cron" : "at"
    guard let text = section.string(key) else {
      if case .empty = value.content { section.problems.add("\(section.path).\(key) is empty", at: value.position) }
      return nil
    }
    do {
      return plain == nil ? try Recurrence(cron: text) : try Recurrence(text)
    } catch {
      section.problems.add("\(section.path).\(key): \(error.message)", at: value.position)
      return nil
    }
  }

  private func zone(of section: SettingsSection) -> Zone? {
    guard let name = section.string("timeZone") else { return nil }
    do {
      return try Zone(named: name, read: zoneFile)
    } catch {
      section.problems.add(
        "\(section.path).timeZone: \(error.message)", at: section.value["timeZone"]?.position ?? section.value.position)
      return nil
    }
  }

  private func limits(from section: SettingsSection) -> DayLimits {
    let day = { (key: String) in
      section.read(key, expected: "a day, YYYY-MM-DD") { $0.string.flatMap { CivilDay(iso8601: $0) } }
    }
    var limits = DayLimits(from: day("from"), until: day("until"))
    if let from = limits.from, let until = limits.until, until < from, let value = section.value["until"] {
      section.problems.add("\(section.path).until lies before its from", at: value.position)
    }
    for item in section.strings("blackout") ?? [] {
      if let blackout = Blackout(item) {
        limits.blackouts.append(blackout)
      } else {
        section.problems.add(
          "\(section.path).blackout: \"\(item)\" is no day; write 2024-12-24, 2024-12-24/2025-01-02, 12-25 or 12-24/01-02",
          at: section.place(of: item, in: "blackout"))
      }
    }
    return limits
  }

  private func channels(of section: SettingsSection, _ product: Schedule.Product, _ settings: Settings) -> [String] {
    guard let value = section.value["channels"] else { return [] }
    guard product == .posts else {
      section.problems.add(
        "\(section.path).channels is for `make: posts`; a newsletter has no channels", at: value.position)
      return []
    }
    return names("channels", in: section, among: settings.channels.map(\.name), kind: "channel")
  }

  /// A list of names that stand elsewhere in the settings.
  private func names(_ key: String, in section: SettingsSection, among known: [String], kind: String) -> [String] {
    let names = section.strings(key) ?? []
    for name in names where !known.contains(name) {
      section.addUnknown(name, of: kind, known, path: section.name(of: key), at: section.place(of: name, in: key))
    }
    return names
  }

  /// `prepare:` and `remind:`, which are for drafts that wait for a person.
  private func readDeadline(of section: SettingsSection, into schedule: inout Schedule, webhooks known: [String]) {
    for key in ["prepare", "remind"] where schedule.approval != .required {
      guard let value = section.value[key] else { continue }
      section.problems.add("\(section.path).\(key) is for schedules with `approval: required`", at: value.position)
    }
    schedule.preparation = lead("prepare", in: section) ?? schedule.preparation
    guard let remind = section.section("remind", known: ["webhook", "before"]) else { return }
    let lead = lead("before", in: remind)
    guard let name = remind.string("webhook"), remind.value["before"] != nil else {
      remind.problems.add(
        "\(remind.path) needs a webhook and a time before, as in {webhook: desk, before: 2 hours}",
        at: remind.value.position)
      return
    }
    if !known.contains(name) {
      remind.addUnknown(
        name, of: "webhook", known, path: "\(remind.path).webhook", at: remind.place(of: name, in: "webhook"))
    }
    guard let lead else { return }
    if lead >= schedule.preparation {
      remind.problems.add(
        "\(remind.path).before must be less than \(section.path).prepare: the drafts are not there yet",
        at: remind.value["before"]?.position ?? remind.value.position)
    }
    schedule.reminder = Reminder(webhook: name, lead: lead)
  }

  private func lead(_ key: String, in section: SettingsSection) -> Int? {
    section.read(key, expected: "a time of at most 31 days, as in \"90 minutes\", \"2 hours\" or \"1 day\"") {
      $0.string.flatMap(LeadTime.seconds)
    }
  }
}

extension SettingsSection {
  /// Where one of the texts of a list stands.
  fileprivate func place(of text: String, in key: String) -> SourcePosition {
    let value = value[key]
    return value?.list?.first { $0.string == text }?.position ?? value?.position ?? self.value.position
  }

  /// Says that a name stands nowhere, with the nearest one that does.
  fileprivate func addUnknown(
    _ name: String, of kind: String, _ known: [String], path: String, at position: SourcePosition
  ) {
    let clause = Suggestion.clause(for: name, among: known)
    let list = known.isEmpty ? "none is configured" : "configured: \(known.joined(separator: ", "))"
    problems.add("\(path): no \(kind) \"\(name)\"\(clause.isEmpty ? "; \(list)" : clause)", at: position)
  }
}
