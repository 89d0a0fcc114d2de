/// One field of a cron expression: the numbers it names, as bits.
struct CronField {
  /// What a field counts.
  enum Kind: String {
    case minute
    case hour
    case monthDay = "day of the month"
    case month
    case weekday = "day of the week"

    var range: ClosedRange<Int> {
      switch self {
      case .minute: 0...59
      case .hour: 0...23
      case .monthDay: 1...31
      case .month: 1...12
      case .weekday: 0...7
      }
    }

    /// Names by number, from the range's first on.
    var names: [String] {
      switch self {
      case .month: ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
      case .weekday: ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]
      default: []
      }
    }
  }

  private let kind: Kind
  private(set) var bits: UInt64 = 0
  private(set) var specials: [DayRule.Special] = []
  /// Whether the whole field is a bare `*` or `?`.
  private(set) var isFree = false
  /// Whether the field begins with a star, as in `*/15`.
  let isStarred: Bool

  init(_ text: String, _ kind: Kind) throws(RecurrenceError) {
    self.kind = kind
    isFree = text == "*" || text == "?"
    isStarred = text.hasPrefix("*")
    for item in text.split(separator: ",", omittingEmptySubsequences: false) { try add(String(item)) }
    if kind == .weekday { bits = (bits | bits >> 7) & 0x7F }
  }

  private mutating func add(_ item: String) throws(RecurrenceError) {
    if let special = special(item) {
      specials.append(special)
      return
    }
    let parts = item.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count <= 2 else { throw error(item) }
    let step = parts.count == 2 ? digits(parts[1]) : 1
    guard let step, step > 0 else { throw error(item) }
    let (low, high) = try bounds(parts[0], isStepped: parts.count == 2, item: item)
    for number in stride(from: low, through: high, by: step) {
      bits |= 1 << UInt64(kind == .weekday && number > 7 ? number - 7 : number)
    }
  }

  /// The first and last number of `*`, `n`, `n/step` or `n-m`; a range of weekdays may run over Sunday.
  private func bounds(_ text: String, isStepped: Bool, item: String) throws(RecurrenceError) -> (Int, Int) {
    let range = kind == .weekday ? 0...6 : kind.range
    if text == "*" || text == "?" { return (range.lowerBound, range.upperBound) }
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard ends.count <= 2, let low = number(ends[0]), let high = ends.count == 2 ? number(ends[1]) : low else {
      throw error(item)
    }
    if ends.count == 1 { return (low, isStepped ? range.upperBound : low) }
    if low <= high { return (low, high) }
    guard kind == .weekday else { throw error(item) }
    return (low, high + 7)
  }

  private func number(_ text: String) -> Int? {
    if let index = kind.names.firstIndex(of: text) { return kind.range.lowerBound + index }
    return digits(text).flatMap { kind.range.contains($0) ? $0 : nil }
  }

  private func digits(_ text: String) -> Int? {
    text.utf8.count <= 3 && text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil
  }

  private func special(_ item: String) -> DayRule.Special? {
    switch kind {
    case .monthDay:
      if item == "l" { return .lastDay(minus: 0) }
      if item == "lw" { return .nearestWeekday(to: 0) }
      if item.hasPrefix("l-") {
        return digits(String(item.dropFirst(2))).flatMap { (1...30).contains($0) ? .lastDay(minus: $0) : nil }
      }
      guard item.hasSuffix("w") else { return nil }
      return number(String(item.dropLast())).map { .nearestWeekday(to: $0) }
    case .weekday:
      let parts = item.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
      if parts.count == 2, let weekday = number(parts[0]), let count = digits(parts[1]), (1...5).contains(count) {
        return .nth(count, weekday: weekday % 7)
      }
      guard item.count > 1, item.hasSuffix("l") else { return nil }
      return number(String(item.dropLast())).map { .last(weekday: $0 % 7) }
    default: return nil
    }
  }

  private func error(_ item: String) -> RecurrenceError {
    let names = kind.names.isEmpty ? "" : " or \(kind.names[0]) to \(kind.names[kind.names.count - 1])"
    let (low, high) = (kind.range.lowerBound, kind.range.upperBound)
    return RecurrenceError(
      message: "\"\(item)\" is no \(kind.rawValue): write \(low) to \(high)\(names), a range, a list or a step")
  }
}
