/// A value of a row that is null where it is not known, so that its key stands in every row.
@propertyWrapper
struct NullIfUnknown<Value: Encodable>: Encodable {
  var wrappedValue: Value?

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(wrappedValue)
  }
}
