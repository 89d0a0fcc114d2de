/// A JSON document, read to check what a template made and to look into it.
package enum JSONValue: Sendable, Hashable {
  case null
  case boolean(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  /// Reads a document strictly after RFC 8259; nil where it is none, or nested deeper than 128.
  ///
  /// Foundation's decoder lets a comma before a closing brace pass, which receivers do not.
  package static func parse(_ bytes: [UInt8]) -> JSONValue? {
    var parser = JSONParser(bytes: bytes)
    return parser.document()
  }

  /// The member of an object; nil where there is none.
  package subscript(_ name: String) -> JSONValue? {
    if case .object(let members) = self { members[name] } else { nil }
  }

  /// The text of a string.
  package var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The values of an array.
  package var array: [JSONValue]? {
    if case .array(let values) = self { values } else { nil }
  }
}
