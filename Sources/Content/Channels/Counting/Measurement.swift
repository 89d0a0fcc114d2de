/// How long a text is by a channel's own rule.
package struct Measurement: Hashable, Sendable {
  /// The length in the channel's own unit.
  package var length: Int
  /// The most that the channel takes, in the same unit; nil where it has no limit.
  package var limit: Int?
  /// Why the channel would refuse the text although it is short enough, as a sentence without a full stop.
  package var problem: String?

  package init(length: Int, limit: Int?, problem: String? = nil) {
    self.length = length
    self.limit = limit
    self.problem = problem
  }

  /// Whether the channel takes the text as it is.
  package var fits: Bool {
    problem == nil && length <= (limit ?? .max)
  }
}
