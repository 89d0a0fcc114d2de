/// When an entry happened, as precisely as the source says and no more.
///
/// The canonical form is EDTF (ISO 8601-2:2019; the Library of Congress specification of 2019-02-04).
package struct EntryDate: Hashable, Sendable {
  /// The date in EDTF, as in `2023-08-23`, `2024-06-07/2024-06-12` or `1850~`.
  package let edtf: String
  /// The exact day, for a single day-precise date; nil for anything else.
  package let day: CivilDay?
  /// The first day that the date can mean; nil when the start is open or unknown.
  package let firstDay: CivilDay?
  /// The last day that the date can mean; nil when the end is open or unknown.
  package let lastDay: CivilDay?

  package init(day: CivilDay) {
    edtf = day.description
    self.day = day
    firstDay = day
    lastDay = day
  }
}
