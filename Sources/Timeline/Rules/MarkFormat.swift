/// A time written otherwise than the times around it.
package enum MarkFormat: TimelineRule {
  package static let name = "mark-format"
  package static let severity = Finding.Severity.warning
  package static let explanation = """
    One time is written with other marks than those beside it: 8:03:40 among 8:00.67 reads as eight hours. Times of long
    races and times of day, whose words say so, are left alone.
    """
  package static let example = """
    ## 2024-02-11 — Two miles

    Kerr runs 8:00.67. The record was 8:03:40.
    """

  package static func check(_ checked: CheckedDocument, context: RuleContext) -> [RuleFinding] {
    let marks = checked.pieces.flatMap { RaceMark.all(in: $0) }
    let pointed = marks.filter { $0.form == .point }
    let usual = Dictionary(grouping: pointed, by: \.first).mapValues(\.count)
    let hours = Dictionary(grouping: marks.filter { $0.form == .colons }, by: \.first).mapValues(\.count)
    let counts = Dictionary(grouping: marks, by: \.form).mapValues(\.count)
    return marks.compactMap { mark in
      let isOdd =
        switch mark.form {
        case .point: false
        case .colons: usual[mark.first, default: 0] >= hours[mark.first, default: 0] && !mark.isLong
        case .comma: pointed.count >= 3 * counts[.comma, default: 0]
        case .points: pointed.count >= 3 * counts[.points, default: 0] && !isDay(mark.text)
        }
      return isOdd ? finding(for: mark) : nil
    }
  }

  private static func finding(for mark: RaceMark) -> RuleFinding {
    let numbers = mark.text.split { !$0.isNumber }
    let usual = numbers.count == 3 ? "\(numbers[0]):\(numbers[1]).\(numbers[2])" : ""
    return RuleFinding(mark.place, "\(mark.text) is written otherwise than the times beside it; was \(usual) meant?")
  }

  /// `12.03.24` may be a day.
  private static func isDay(_ text: String) -> Bool {
    let numbers = text.split(separator: ".").compactMap { Int($0) }
    return numbers.count == 3 && (1...31).contains(numbers[0]) && (1...12).contains(numbers[1])
  }
}
