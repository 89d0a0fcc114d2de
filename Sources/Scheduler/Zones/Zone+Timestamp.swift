internal import Timeline

extension Zone {
  /// An instant as the zone's clocks show it, in RFC 3339, as in `2025-03-30T03:00:00+02:00`.
  ///
  /// Offsets that are no whole minutes, as before about 1970, lose their seconds: RFC 3339 cannot write them.
  package func timestamp(at instant: Int) -> String {
    let offset = offset(at: instant) / 60 * 60
    let time = instant + offset
    let day = time.floored(by: 86_400)
    let second = time - day * 86_400
    return "\(CivilDay(daysSinceEpoch: day))T\(Self.clock(second / 3_600, second / 60 % 60)):\(Self.two(second % 60))"
      + (offset < 0 ? "-" : "+") + Self.clock(abs(offset) / 3_600, abs(offset) / 60 % 60)
  }

  /// Reads `2025-03-30T03:00:00+02:00`, `2025-03-30T01:00Z`, `2025-03-30T03:00` or `2025-03-30`.
  ///
  /// Without an offset the time is one on the zone's clocks, and without a time midnight is meant; a fraction of a second
  /// is dropped. Nil for anything else.
  package func instant(ofTimestamp text: String) -> Int? {
    let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { "Tt ".contains($0) }
    guard let day = CivilDay(iso8601: parts[0]) else { return nil }
    guard parts.count == 2 else { return instant(of: day, second: 0) }
    let offsetStart = parts[1].firstIndex { "Zz+-".contains($0) } ?? parts[1].endIndex
    guard let second = Self.secondOfDay(parts[1][..<offsetStart]) else { return nil }
    let offset = parts[1][offsetStart...]
    if offset.isEmpty { return instant(of: day, second: second) }
    guard let east = Self.offset(offset) else { return nil }
    return day.daysSinceEpoch * 86_400 + second - east
  }

  /// `Z` or `+02:00` in seconds.
  private static func offset(_ text: Substring) -> Int? {
    if text == "Z" || text == "z" { return 0 }
    let clock = text.dropFirst()
    guard clock.utf8.count == 5, let seconds = secondOfDay(clock) else { return nil }
    return text.hasPrefix("-") ? -seconds : seconds
  }

  /// `07:00`, `07:00:30` or `07:00:30.25`.
  private static func secondOfDay(_ text: Substring) -> Int? {
    let whole = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let parts = whole[0].split(separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      part.utf8.count == 2 && part.utf8.allSatisfy { (48...57).contains($0) } ? Int(part) : nil
    }
    guard (2...3).contains(parts.count), numbers.count == parts.count, numbers[0] < 24, numbers[1] < 60,
      whole.count == 1 || (numbers.count == 3 && whole[1].utf8.allSatisfy { (48...57).contains($0) })
    else { return nil }
    // Second 60 is a leap second of UTC, which the system's clocks do not have.
    let second = numbers.count == 3 ? min(numbers[2], 59) : 0
    guard numbers.count == 2 || numbers[2] <= 60 else { return nil }
    return numbers[0] * 3_600 + numbers[1] * 60 + second
  }

  private static func clock(_ hours: Int, _ minutes: Int) -> String {
    "\(two(hours)):\(two(minutes))"
  }

  private static func two(_ number: Int) -> String {
    CivilDay.padded(number, to: 2)
  }
}
