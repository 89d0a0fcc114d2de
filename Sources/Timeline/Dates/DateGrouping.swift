/// A part of a year that is longer than a month, by its EDTF number (level 1: 21 to 24; level 2: 25 to 41).
enum DateGrouping: Int {
  case spring = 21
  case summer, autumn, winter
  case northernSpring, northernSummer, northernAutumn, northernWinter
  case southernSpring, southernSummer, southernAutumn, southernWinter
  case quarter1, quarter2, quarter3, quarter4
  case third1, third2, third3
  case half1, half2

  /// The months that it spans within its year.
  ///
  /// Seasons are those of the north unless the number says south; winter is bounded by December, see ``EntryDate``.
  var months: ClosedRange<Int> {
    switch self {
    case .spring, .northernSpring, .southernAutumn: 3...5
    case .summer, .northernSummer, .southernWinter: 6...8
    case .autumn, .northernAutumn, .southernSpring: 9...11
    case .winter, .northernWinter, .southernSummer: 12...12
    case .quarter1: 1...3
    case .quarter2: 4...6
    case .quarter3: 7...9
    case .quarter4: 10...12
    case .third1: 1...4
    case .third2: 5...8
    case .third3: 9...12
    case .half1: 1...6
    case .half2: 7...12
    }
  }

  var precision: DatePrecision {
    switch rawValue {
    case ...32: .season
    case ...36: .quarter
    default: .half
    }
  }
}
