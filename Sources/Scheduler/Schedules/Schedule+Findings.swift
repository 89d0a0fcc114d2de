package import Timeline

extension Schedule {
  /// The rule of a schedule that never comes, or never again.
  package static let neverRule = "schedule-never"

  /// Checks whether the schedule ever comes.
  ///
  /// - Parameters:
  ///   - now: the clock, in seconds since 1970.
  ///   - file: the settings file, for the finding.
  ///   - position: the place of the schedule's time in it.
  /// - Returns: an error for a schedule that names no day at all, a warning for one that is over, or nil.
  package func finding(at now: Int, file: String?, position: SourcePosition) -> Finding? {
    guard next(after: now) == nil else { return nil }
    let unlimited = recurrence.next(after: now, in: zone)
    let isOver = unlimited != nil && limits.until.map { $0 <= zone.day(at: now) } ?? false
    let message =
      if unlimited == nil {
        "The schedule \"\(name)\" never runs: its days are in no calendar; correct the days or the months."
      } else if isOver, let until = limits.until {
        "The schedule \"\(name)\" is over since \(until); remove it, or set a later \"until\"."
      } else {
        "The schedule \"\(name)\" never runs: \"from\", \"until\" and its blackouts leave no day; correct them."
      }
    return Finding(
      file: file, position: position, severity: isOver ? .warning : .error, rule: Self.neverRule, message: message)
  }
}
