/// A payload under the eyes of a service's limits; each check gives a sentence for people, or nil.
struct PayloadLimits: Sendable {
  /// What a service counts as a character.
  enum Unit: Sendable {
    case utf8, utf16, scalar
  }

  let json: JSONValue
  let byteCount: Int

  func tooLong(_ what: String, _ value: JSONValue?, _ limit: Int, in unit: Unit = .scalar) -> String? {
    guard let text = value?.string else { return nil }
    let (count, word) =
      switch unit {
      case .utf8: (text.utf8.count, "bytes")
      case .utf16: (text.utf16.count, "characters")
      case .scalar: (text.unicodeScalars.count, "characters")
      }
    return count > limit ? "\(what) has \(count) \(word); \(limit) are allowed" : nil
  }

  /// The same for the sum of several texts, in UTF-16.
  func tooLong(_ what: String, all values: JSONValue?, _ limit: Int, _ text: (JSONValue) -> JSONValue?) -> String? {
    let count = values?.array?.reduce(0) { $0 + (text($1)?.string?.utf16.count ?? 0) } ?? 0
    return count > limit ? "\(what) has \(count) characters; \(limit) are allowed" : nil
  }

  func tooMany(_ what: String, _ value: JSONValue?, _ limit: Int) -> String? {
    guard let count = value?.array?.count, count > limit else { return nil }
    return "there are \(count) \(what); \(limit) are allowed"
  }

  func missing(_ what: String, _ value: JSONValue?) -> String? {
    value?.string?.isEmpty == false ? nil : "there is no \(what)"
  }

  func first(of values: JSONValue?, _ check: (JSONValue) -> String?) -> String? {
    values?.array?.lazy.compactMap(check).first
  }
}
