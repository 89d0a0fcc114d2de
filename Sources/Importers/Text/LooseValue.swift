/// A scalar of a JSON text that may stand as a string, a number, a truth value or null; and that may be of another kind,
/// which is as good as nothing.
struct LooseValue: Decodable, Hashable {
  var text: String

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let value = try? container.decode(String.self) {
      text = value
    } else if let value = try? container.decode(Int.self) {
      text = String(value)
    } else if let value = try? container.decode(Double.self) {
      text = value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
    } else {
      text = ""
    }
  }
}

/// An element of a list that is nil where it does not have the form expected, so that the others are not lost with it.
struct Lossy<Value: Decodable>: Decodable {
  var value: Value?

  init(from decoder: any Decoder) throws {
    value = try? Value(from: decoder)
  }
}
