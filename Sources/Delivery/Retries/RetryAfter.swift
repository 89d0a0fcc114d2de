internal import CCurl
package import FoundationEssentials

/// The `Retry-After` header (RFC 9110, 10.2.3).
package enum RetryAfter {
  /// The shortest and the longest wait that is honoured, in seconds.
  package static let bounds: ClosedRange<TimeInterval> = 1...86_400

  /// The wait in seconds, within ``bounds``; nil for what is neither a number of seconds nor a date.
  package static func seconds(_ text: String, now: Date) -> TimeInterval? {
    let digits = text.utf8.drop { $0 == 0x20 || $0 == 0x09 }
    guard let first = digits.first else { return nil }
    let trimmed = String(Substring(digits)).split(whereSeparator: { $0 == " " || $0 == "\t" }).joined(separator: " ")
    if (0x30...0x39).contains(first) {
      guard trimmed.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      // More digits than fit are a very long time.
      return clamped(TimeInterval(Int64(trimmed) ?? .max))
    }
    // A date begins with the name of its day in all three forms; libcurl reads them all.
    let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    guard names.contains(String(trimmed.prefix(3)).lowercased()), trimmed.contains(":") else { return nil }
    let date = unsafe curl_getdate(trimmed, nil)
    return date < 0 ? nil : clamped(TimeInterval(date) - now.timeIntervalSince1970)
  }

  private static func clamped(_ seconds: TimeInterval) -> TimeInterval {
    min(max(seconds, bounds.lowerBound), bounds.upperBound)
  }
}
