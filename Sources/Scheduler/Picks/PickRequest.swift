package import Timeline

/// What to pick for: the days, the channel, and the drafts that are being made again.
package struct PickRequest: Hashable, Sendable {
  package var firstDay: CivilDay
  package var days: Int
  /// The channel whose rules and history count; nil for the publication's rules without a cool-down.
  package var channel: String?
  /// Drafts whose own appearances do not count, since they are about to be replaced.
  package var replacing: Set<String>
  /// Whether what is left out is gathered with its reasons; of a large timeline that is far more than the picks.
  package var explains: Bool

  package init(
    firstDay: CivilDay, days: Int, channel: String? = nil, replacing: Set<String> = [], explains: Bool = true
  ) {
    self.firstDay = firstDay
    self.days = days
    self.channel = channel
    self.replacing = replacing
    self.explains = explains
  }
}
