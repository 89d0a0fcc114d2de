import Timeline

/// A date of TimelineJS: its parts as the file has them, numbers or strings, the empty ones left out.
///
/// Rules: the TimelineJS documentation (json-format, using-spreadsheets). A year below 0 counts back from 1 BCE.
struct TimelineJSDate: Hashable {
  var year: String
  var month = ""
  var day = ""
  /// `hh:mm:ss`, or nothing.
  var time = ""
  /// A date that was read as a whole, in place of the parts.
  var written: EntryDate?

  /// Beyond this many years back a year is a round number and no count from 1 BCE.
  private static let firstRoundYear = 10_000

  /// The date in EDTF.
  ///
  /// - Throws: ``Problem`` for parts that are no numbers or not in the calendar.
  func edtf(withTime: Bool = true) throws(Problem) -> String {
    guard let number = Int(year.filter { $0 != "+" }) else { throw Problem("\"\(year)\" is not a year") }
    guard abs(number) < 1_000_000_000_000_000 else { throw Problem("the year \(year) is out of reach") }
    let astronomical = number < 0 && -number < Self.firstRoundYear ? number + 1 : number
    var text = (astronomical.magnitude > 9_999 ? "Y" : "") + CivilDay.padded(astronomical, to: 4)
    guard !month.isEmpty, astronomical.magnitude <= 9_999 else { return text }
    guard let monthNumber = Int(month), (1...12).contains(monthNumber) else {
      throw Problem("\"\(month)\" is not a month")
    }
    text += "-" + CivilDay.padded(monthNumber, to: 2)
    guard !day.isEmpty else { return text }
    guard let dayNumber = Int(day), CivilDay(year: astronomical, month: monthNumber, day: dayNumber) != nil else {
      throw Problem("\(year)-\(month)-\(day) is not in the calendar")
    }
    text += "-" + CivilDay.padded(dayNumber, to: 2)
    return withTime && !time.isEmpty ? text + "T" + time : text
  }

  struct Problem: Error, Hashable {
    var message: String
    var isReversed = false

    init(_ message: String) { self.message = message }
  }

  /// The date of an event with a start and perhaps an end.
  static func entryDate(from start: TimelineJSDate, to end: TimelineJSDate?) throws(Problem) -> EntryDate {
    if let written = start.written { return written }
    let single = try start.edtf()
    var text = single
    if let end, !end.year.isEmpty {
      let (first, last) = (try start.edtf(withTime: false), try end.edtf(withTime: false))
      text = first == last ? single : first + "/" + last
    }
    do throws(EntryDateError) {
      return try EntryDate(edtf: text)
    } catch {
      var problem = Problem(error.description)
      if case .reversed = error { problem.isReversed = true }
      throw problem
    }
  }
}

extension TimelineJSDate {
  /// A time as the sheet has it: `H:MM`, `H:MM:SS`, `HHMM`, with or without am and pm.
  static func time(_ text: String) -> String? {
    let lower = text.lowercased().filter { !$0.isWhitespace }
    let isAfternoon = lower.hasSuffix("pm") || lower.hasSuffix("p.m.")
    let isMorning = lower.hasSuffix("am") || lower.hasSuffix("a.m.")
    let digits = lower.prefix { $0.isASCII && $0.isNumber || $0 == ":" }
    var parts = digits.split(separator: ":").map { Int($0) ?? -1 }
    if parts.count == 1, digits.count >= 3, let number = Int(digits) { parts = [number / 100, number % 100] }
    guard let hour = parts.first, parts.count <= 3 else { return nil }
    var numbers = [hour, parts.count > 1 ? parts[1] : 0, parts.count > 2 ? parts[2] : 0]
    if isAfternoon || isMorning { numbers[0] = hour % 12 + (isAfternoon ? 12 : 0) }
    guard (0...23).contains(numbers[0]), (0...59).contains(numbers[1]), (0...59).contains(numbers[2]) else {
      return nil
    }
    return numbers.map { CivilDay.padded($0, to: 2) }.joined(separator: ":")
  }
}
