/// A section of an issue; the settings say which there are and in which order.
package enum IssueSection: String, Hashable, Sendable, CaseIterable {
  case standfirst, news
  case onThisDay = "on-this-day"
  /// Entries of this month in other years that name no day; in the first issue of a month.
  case thisMonth = "this-month"
  case quote
  case comingUp = "coming-up"
  case signOff = "sign-off"

  /// The name in the settings.
  package var name: String { rawValue }

  /// Whether the section holds entries, so that the settings can say how many at most.
  package var holdsEntries: Bool {
    switch self {
    case .news, .onThisDay, .thisMonth, .comingUp: true
    case .standfirst, .quote, .signOff: false
    }
  }
}
