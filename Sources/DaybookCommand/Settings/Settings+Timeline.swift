internal import Timeline

extension Settings {
  /// What reading and checking a timeline needs to know of the settings.
  func timelineSettings(today: CivilDay) -> TimelineSettings {
    TimelineSettings(dateOrder: dateOrder, knownPeople: Set(people.keys), severities: severities, today: today)
  }
}
