/// What a publication's settings say about its timelines.
package struct TimelineSettings: Hashable, Sendable {
  /// Which comes first in `03/04/2024`; nil leaves such a date a finding.
  package var dateOrder: DateOrder?
  /// The people whom the settings name; with none, no person is unknown.
  package var knownPeople: Set<String>
  /// What a rule's findings count as, by the rule's name; nil inside switches the rule off.
  package var severities: [String: Finding.Severity?]
  /// Today in the publication's zone; without it no date lies in the future.
  package var today: CivilDay?

  package init(
    dateOrder: DateOrder? = nil, knownPeople: Set<String> = [], severities: [String: Finding.Severity?] = [:],
    today: CivilDay? = nil
  ) {
    self.dateOrder = dateOrder
    self.knownPeople = knownPeople
    self.severities = severities
    self.today = today
  }
}
