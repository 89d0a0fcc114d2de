package import Timeline

/// What to pick for: the days, the channel, and the drafts that are being made again.
package struct PickRequest: Hashable, Sendable {
  package var firstDay: CivilDay
  package var days: Int
  /// The channel whose history counts; nil leaves the cool-down out.
  package var channel: String?
  /// Drafts whose own appearances do not count, since they are about to be replaced.
  package var replacing: Set<String>

  package init(firstDay: CivilDay, days: Int, channel: String? = nil, replacing: Set<String> = []) {
    self.firstDay = firstDay
    self.days = days
    self.channel = channel
    self.replacing = replacing
  }
}
