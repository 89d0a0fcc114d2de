import TestSupport
import Testing

@testable import Content

/// The Mustache specification (github.com/mustache/spec): all that it requires.
///
/// Its optional modules are left out: `~lambdas`, for templates see no code; `~inheritance`, where a file of the same
/// name takes the place of a built-in one instead; `~dynamic-names`, for every partial is looked up and checked before
/// anything is written.
@Suite(.enabled(if: SharedData.isThere, Comment(rawValue: SharedData.leftOut)))
struct MustacheSpecTests {
  struct Module: Decodable {
    var tests: [Case]
  }

  struct Case: Decodable {
    var name: String
    var data: SpecData
    var template: String
    var partials: [String: String]?
    var expected: String
  }

  /// The names of the tests in a module that fail in files of a format.
  static func failures(in module: String, as format: TemplateFormat) throws -> [String] {
    let tests = try SharedData.json("conformance/mustache/\(module).json", as: Module.self).tests
    return try tests.compactMap { test in
      let nodes = try TemplateParser.parse(test.template)
      let partials = try (test.partials ?? [:]).mapValues { try TemplateParser.parse($0) }
      var renderer = TemplateRenderer(format: format, stack: [test.data.value], partials: partials)
      return renderer.render(nodes) == test.expected ? nil : test.name
    }
  }

  /// A file's kind escapes `{{{name}}}` and `{{&name}}` too, so that no author has to take care.
  static let escapedAnyway = [
    "interpolation": [
      "Triple Mustache", "Ampersand", "Implicit Iterators - Triple Mustache", "Implicit Iterators - Ampersand",
    ],
    "sections": ["Implicit Iterator - Triple mustache", "Implicit Iterator - Ampersand"],
    "partials": ["Standalone Indentation"],
  ]

  /// What plain text, which has nothing to escape, gives in another way than HTML.
  static let escaped = [
    "interpolation": ["HTML Escaping", "Implicit Iterators - HTML Escaping"],
    "sections": ["Implicit Iterator - HTML Escaping"],
  ]

  @Test(arguments: ["comments", "delimiters", "interpolation", "inverted", "partials", "sections"])
  func module(name: String) throws {
    #expect(try Self.failures(in: name, as: .html) == Self.escapedAnyway[name] ?? [])
    #expect(try Self.failures(in: name, as: .plainText) == Self.escaped[name] ?? [])
  }
}

/// The data of a test: any JSON.
enum SpecData: Decodable {
  case null
  case flag(Bool)
  case number(Double)
  case text(String)
  case list([SpecData])
  case object([String: SpecData])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([SpecData].self) {
      self = .list(list)
    } else {
      self = .object(try container.decode([String: SpecData].self))
    }
  }

  var value: TemplateValue {
    switch self {
    case .null: .empty
    case .flag(let flag): .flag(flag)
    case .number(let number): Int(exactly: number).map { .number($0) } ?? .text("\(number)")
    case .text(let text): .text(text)
    case .list(let items): .list(items.map(\.value))
    case .object(let members): .object(members.mapValues(\.value))
    }
  }
}
