/// How long before something, as people write it.
package enum LeadTime {
  /// The units by their names, in seconds.
  private static let units = [
    "minute": 60, "min": 60, "m": 60, "hour": 3_600, "h": 3_600, "day": 86_400, "d": 86_400, "week": 604_800,
    "w": 604_800,
  ]

  /// No lead is longer, so that a reminder never comes before the last issue was sent by much.
  private static let longest = 31 * 86_400

  /// The seconds of `90 minutes`, `2h`, `1 day` or `2 days`; nil for anything else and for more than a month.
  package static func seconds(_ text: String) -> Int? {
    let text = text.lowercased()
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let name = text[digits.endIndex...].drop { $0 == " " }
    let unit = units[String(name)] ?? (name.hasSuffix("s") ? units[String(name.dropLast())] : nil)
    guard digits.utf8.count <= 6, let count = Int(digits), let unit, count > 0 else { return nil }
    return count * unit <= longest ? count * unit : nil
  }
}
