/// A section of an issue; the settings say which there are and in which order.
package enum IssueSection: String, Hashable, Sendable, CaseIterable {
  case standfirst, news
  case onThisDay = "on-this-day"
  case quote
  case comingUp = "coming-up"
  case signOff = "sign-off"

  /// The name in the settings.
  package var name: String { rawValue }
}
