internal import Delivery

/// The JSON Schema of `daybook.yaml`, with which editors complete and check it.
///
/// Source: JSON Schema draft 7, the newest that the YAML language server understands in full.
enum SettingsSchema {
  /// The schema of the whole file.
  static var document: JSONValue {
    var members = members(of: .mapping(SettingsCatalog.root))
    members["$schema"] = "http://json-schema.org/draft-07/schema#"
    members["title"] = "The settings of a Daybook publication, daybook.yaml"
    return .object(members)
  }

  private static func schema(_ shape: SettingsShape) -> JSONValue { .object(members(of: shape)) }

  private static func members(of shape: SettingsShape) -> [String: JSONValue] {
    switch shape {
    case .text: ["type": ["string", "number", "boolean"]]
    case .form(let pattern, let example):
      ["type": "string", "pattern": .string(pattern), "examples": [.string(example)]]
    case .timeZone: ["type": "string", "examples": ["Europe/Oslo", "America/New_York", "UTC"]]
    case .wholeNumber(let least): ["type": "integer", "minimum": .number(Double(least))]
    case .flag: ["type": "boolean"]
    // YAML 1.1 reads yes, no, on and off as truth values, YAML 1.2 as texts; both are meant.
    case .switchWord: ["enum": [true, false, "yes", "no", "on", "off"]]
    case .choice(let words): ["enum": .array(words.map { .string($0) } + (words.contains("off") ? [false] : []))]
    case .list(let item): ["anyOf": [schema(item), schema(.strictList(of: item))]]
    case .strictList(let item): ["type": "array", "items": schema(item)]
    case .mapping(let keys): mapping(keys)
    case .names(_, let value): ["type": ["object", "null"], "additionalProperties": schema(value)]
    case .either(let shapes): ["anyOf": .array(shapes.map(schema))]
    }
  }

  /// A key without a value counts as a mapping without keys, as in `x:`.
  private static func mapping(_ keys: [SettingsKey]) -> [String: JSONValue] {
    var members: [String: JSONValue] = [
      "type": ["object", "null"],
      "additionalProperties": false,
      "properties": .object(Dictionary(uniqueKeysWithValues: keys.map { ($0.name, property($0)) })),
    ]
    let required = keys.filter(\.isRequired).names
    if !required.isEmpty { members["required"] = .array(required.map { .string($0) }) }
    return members
  }

  private static func property(_ key: SettingsKey) -> JSONValue {
    var members = members(of: key.shape)
    let usual = key.usual.map { "Without it: \($0)." }
    let description = [key.summary, usual].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " ")
    if !description.isEmpty { members["description"] = .string(description) }
    return .object(members)
  }
}
