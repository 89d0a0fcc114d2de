/// What becomes of the occurrences that were missed while nothing ran.
package enum CatchUp: Hashable, Sendable {
  /// They are dropped.
  case skip
  /// The latest one stands for all.
  case once
  /// Each is made up for, the latest so many at the most.
  case all(most: Int)

  /// The cap of `all` unless the settings name another, and the highest that they may name.
  package static let usualMost = 100

  /// Reads `skip`, `once`, `all` or `all 20`; nil for anything else and for a cap that is not 1 to 100.
  package init?(_ text: String) {
    let words = text.split(separator: " ")
    switch words.first {
    case "skip" where words.count == 1: self = .skip
    case "once" where words.count == 1: self = .once
    case "all" where words.count == 1: self = .all(most: Self.usualMost)
    case "all" where words.count == 2:
      guard let most = Int(words[1]), (1...Self.usualMost).contains(most) else { return nil }
      self = .all(most: most)
    default: return nil
    }
  }
}
