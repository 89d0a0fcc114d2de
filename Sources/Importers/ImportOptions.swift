package import Timeline

/// What a user may tell an importer about a source.
package struct ImportOptions: Hashable, Sendable {
  /// How to read numeric dates such as `03/04/2024`; nil leaves them to the source's other dates.
  package var dateOrder: DateOrder?
  /// The full names of people, from the settings; surnames in the source resolve to them first.
  package var people: [String]
  /// Which column of a CSV file holds which field, by the field's name, as in `["date": "When"]`.
  package var columns: [String: String]

  package init(dateOrder: DateOrder? = nil, people: [String] = [], columns: [String: String] = [:]) {
    self.dateOrder = dateOrder
    self.people = people
    self.columns = columns
  }
}
