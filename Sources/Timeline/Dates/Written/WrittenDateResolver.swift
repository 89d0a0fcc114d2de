/// Turns what a text says into a date of the calendar, or into the reason why there is none.
struct WrittenDateResolver {
  var order: DateOrder?
  var year: Int?
  var text: String

  func resolve(_ span: DateSpan) -> WrittenDate {
    switch span {
    case .single(let point): return single(point)
    case .interval(let start, let end): return interval(start, end) { "\($0)/\($1)" }
    case .both(let start, let end):
      return interval(start, end) { first, second in
        guard let from = CivilDay(iso8601: first), let to = CivilDay(iso8601: second), from.adding(days: 1) != to else {
          return "\(first)/\(second)"
        }
        return "{\(first),\(second)}"
      }
    case .from(let start): return single(start) { "\($0)/.." }
    case .until(let end): return single(end) { "../\($0)" }
    }
  }

  private func result(_ date: EntryDate?, _ problems: [WrittenDate.Problem] = []) -> WrittenDate {
    WrittenDate(date: date, text: text, rest: "", problems: problems)
  }

  private func single(_ point: DateParts, form: (String) -> String = { $0 }) -> WrittenDate {
    if point.numbers != nil {
      guard let order = point.forcedOrder ?? order else { return ambiguous([point], form: { form($0[0]) }) }
      return single(point.settled(order), form: form)
    }
    if point.isReversed { return result(nil, [.reversed(text)]) }
    let point = withKnownYear(point)
    guard let edtf = point.edtf else { return yearMissing(point, nil) }
    var date = read(form(edtf))
    if let alternative = point.alternative, let exact = date.date {
      date.problems.append(.ambiguous([exact, alternative]))
    }
    return date
  }

  private func interval(
    _ first: DateParts, _ second: DateParts, form: @escaping (String, String) -> String
  ) -> WrittenDate {
    if first.numbers != nil || second.numbers != nil {
      guard let order = first.forcedOrder ?? second.forcedOrder ?? order else {
        return ambiguous([first, second]) { form($0[0], $0[1]) }
      }
      return interval(first.settled(order), second.settled(order), form: form)
    }
    var (start, end) = (withKnownYear(first), withKnownYear(second))
    if !end.hasYear, let year = start.year { (end.year, end.era) = (year, start.era) }
    if !start.hasYear, let year = end.year {
      start.era = end.era
      let beginsLater = (start.month ?? 0) > (end.month ?? 12)
      start.year = beginsLater ? (end.era == .before ? year + 1 : year - 1) : year
    }
    if start.era == nil, start.pattern == nil, end.era == .before { start.era = start.year == nil ? nil : .before }
    guard let from = start.edtf, let to = end.edtf else { return yearMissing(start, end) }
    return read(form(from, to))
  }

  private func withKnownYear(_ point: DateParts) -> DateParts {
    guard !point.hasYear, let year else { return point }
    var point = point
    point.year = year
    return point
  }

  private func read(_ edtf: String) -> WrittenDate {
    do throws(EntryDateError) {
      return result(try EntryDate(edtf: edtf))
    } catch {
      if case .reversed = error { return result(nil, [.reversed(text)]) }
      return result(nil, [.impossible(text)])
    }
  }

  /// Both readings of a date whose day and month could be exchanged; where only one is in the calendar, that one.
  private func ambiguous(_ points: [DateParts], form: ([String]) -> String) -> WrittenDate {
    let readings = [DateOrder.mdy, .dmy].compactMap { order in
      try? EntryDate(edtf: form(points.map { $0.settled(order).edtf ?? "" }))
    }
    if readings.count == 1 { return result(readings[0]) }
    return result(nil, readings.isEmpty ? [.impossible(text)] : [.ambiguous(readings)])
  }

  private func yearMissing(_ start: DateParts, _ end: DateParts?) -> WrittenDate {
    func yearless(_ parts: DateParts) -> WrittenDate.YearlessDate? {
      parts.month.map { WrittenDate.YearlessDate(month: $0, day: parts.day) }
    }
    guard let first = yearless(start) else { return result(nil, [.impossible(text)]) }
    return result(nil, [.yearMissing(start: first, end: end.flatMap(yearless))])
  }
}
