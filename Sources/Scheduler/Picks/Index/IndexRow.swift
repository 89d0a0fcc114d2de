internal import Timeline

/// One line of the index: an entry and the day, the days or the month of its that are remembered.
struct IndexRow {
  /// The settings of ``OnThisDayRules/ranges`` under which the row counts.
  struct Roles: OptionSet {
    let rawValue: UInt16

    static let start = Roles(rawValue: 1)
    static let end = Roles(rawValue: 2)
    static let any = Roles(rawValue: 4)
    static let all: Roles = [.start, .end, .any]

    init(rawValue: UInt16) {
      self.rawValue = rawValue
    }

    init(_ ranges: OnThisDayRules.Ranges) {
      switch ranges {
      case .start: self = .start
      case .end: self = .end
      case .any: self = .any
      }
    }
  }

  static let size = 16

  /// The entry's number in its segment.
  var number: UInt32
  /// The day that is remembered, as days since 1970; of a month its first day; of a span its first.
  var day: Int32
  /// The last day of a span; else the same as ``day``.
  var lastDay: Int32
  var weight: Int16
  /// Of an observance, its weekday and number instead (``IndexRow/observance``).
  var roles: Roles
}

extension IndexRow {
  /// The number (0 for the last), then the weekday, of an observance that is packed into ``roles``.
  var observance: (number: Int, weekday: Int) {
    (Int(roles.rawValue >> 4), Int(roles.rawValue & 15))
  }

  static func packed(_ observance: NthWeekday) -> Roles {
    Roles(rawValue: UInt16((observance.number ?? 0) << 4 | observance.weekday))
  }

  func write(to writer: inout ByteWriter) {
    writer.add(number)
    writer.add(day)
    writer.add(lastDay)
    writer.add(weight)
    writer.add(roles.rawValue)
  }

  init(_ bytes: RawSpan, at offset: Int) {
    number = bytes.number(at: offset)
    day = Int32(bitPattern: bytes.number(at: offset + 4))
    lastDay = Int32(bitPattern: bytes.number(at: offset + 8))
    weight = Int16(bitPattern: bytes.short(at: offset + 12))
    roles = Roles(rawValue: bytes.short(at: offset + 14))
  }

  init(number: UInt32, day: CivilDay, lastDay: CivilDay? = nil, weight: Int, roles: Roles) {
    self.number = number
    self.day = Int32(clamping: day.daysSinceEpoch)
    self.lastDay = Int32(clamping: (lastDay ?? day).daysSinceEpoch)
    self.weight = Int16(clamping: weight)
    self.roles = roles
  }
}

/// The blocks that the rows lie in, each named by its number in the directory.
enum IndexBlock {
  /// Days of a leap year, spans by the months that they touch, entries of a month, observances by month.
  static let count = 366 + 3 * 12

  private static let daysBefore = [0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335]

  static func day(_ month: Int, _ day: Int) -> Int { daysBefore[month - 1] + day - 1 }
  static func spans(_ month: Int) -> Int { 366 + month - 1 }
  static func months(_ month: Int) -> Int { 366 + 12 + month - 1 }
  static func observances(_ month: Int) -> Int { 366 + 24 + month - 1 }
}
