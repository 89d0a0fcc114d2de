internal import Content
internal import Scheduler
internal import Timeline

extension SettingsReader {
  /// The rules of "on this day"; those of a channel begin with the ones above them.
  func onThisDay(from root: SettingsSection) -> OnThisDayRules {
    guard let section = root.section("onThisDay", known: SettingsCatalog.onThisDay.names) else {
      return OnThisDayRules()
    }
    let common = rules(from: section, over: OnThisDayRules())
    var rules = common
    let channels = section.section("channels", known: Channel.all.map(\.name))
    for member in channels?.members ?? [] {
      guard let own = channels?.section(member.key, known: SettingsCatalog.pickRules.names) else { continue }
      rules.channels[member.key] = self.rules(from: own, over: common)
    }
    return rules
  }

  private func rules(from section: SettingsSection, over base: OnThisDayRules) -> OnThisDayRules {
    var rules = base
    rules.leapDay = section.choice("leapDay", of: OnThisDayRules.LeapDay.self) ?? rules.leapDay
    rules.ranges = section.choice("ranges", of: OnThisDayRules.Ranges.self) ?? rules.ranges
    rules.maxPerDay = section.int("maxPerDay", least: 0) ?? rules.maxPerDay
    rules.maxPerYear = section.int("maxPerYear", least: 0) ?? rules.maxPerYear
    rules.maxPerMonth = section.int("maxPerMonth", least: 0) ?? rules.maxPerMonth
    rules.cooldownDays = section.int("cooldownDays", least: 0) ?? rules.cooldownDays
    rules.minimumYears = section.int("minimumYears", least: 1) ?? rules.minimumYears
    rules.minimumWeight = section.int("minimumWeight", least: 0) ?? rules.minimumWeight
    rules.milestones =
      section.read("milestones", expected: "a list of years, as in [1, 5, 10]") { value in
        guard let texts = value.strings else { return nil }
        let years = texts.compactMap { Int($0) }.filter { $0 > 0 }
        return years.count == texts.count ? Set(years) : nil
      } ?? rules.milestones
    rules.spread =
      section.read("spread", expected: "a list of people and tags, or []") { value in
        guard let texts = value.strings else { return nil }
        let spreads = texts.compactMap(OnThisDayRules.Spread.init)
        return spreads.count == texts.count ? Set(spreads) : nil
      } ?? rules.spread
    return rules
  }
}
