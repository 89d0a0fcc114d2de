extension Recurrence {
  private static let shorthands = [
    "@yearly": "0 0 1 1 *", "@annually": "0 0 1 1 *", "@monthly": "0 0 1 * *", "@weekly": "0 0 * * 0",
    "@daily": "0 0 * * *", "@midnight": "0 0 * * *", "@hourly": "0 * * * *",
  ]

  private static let everyHour: UInt64 = 0xFF_FFFF

  /// Reads cron's five fields (minute, hour, day of month, month, day of week) or one of `@weekly` and its like.
  ///
  /// Numbers, names (`JAN`, `mon`), lists, ranges, steps, `?` for `*`, 7 for Sunday, and Quartz's `L`, `L-3`, `15W`,
  /// `LW`, `5L` and `5#2`.
  package init(cron text: String) throws(RecurrenceError) {
    let text = text.hasPrefix("@") ? Self.shorthands[text.lowercased()] ?? text : text
    let fields = text.split { $0 == " " || $0 == "\t" }.map { $0.lowercased() }
    guard fields.count == 5 else {
      throw RecurrenceError(
        message: "\"\(text)\" is no cron expression: it takes five fields, as in \"0 7 * * 1\" for Monday at 07:00")
    }
    let minute = try CronField(fields[0], .minute)
    let hour = try CronField(fields[1], .hour)
    let monthDay = try CronField(fields[2], .monthDay)
    let month = try CronField(fields[3], .month)
    let weekday = try CronField(fields[4], .weekday)
    let isFrequent = minute.isStarred && minute.bits.nonzeroBitCount > 1
    self.init(
      minutes: minute.bits, hours: UInt32(hour.bits),
      days: DayRule(
        monthDays: UInt32(monthDay.bits), monthDaysAreFree: monthDay.isFree, months: UInt16(month.bits),
        weekdays: UInt8(weekday.bits), weekdaysAreFree: weekday.isFree, monthSpecials: monthDay.specials,
        weekSpecials: weekday.specials),
      followsElapsedTime: isFrequent || hour.bits == Self.everyHour)
  }
}
