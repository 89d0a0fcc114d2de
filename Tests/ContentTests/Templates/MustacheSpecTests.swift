import Foundation
import Mustache
import TestSupport
import Testing

/// What the chosen library passes of the Mustache specification (github.com/mustache/spec).
///
/// `~lambdas` is left out: its data is code, and templates here see none.
@Suite(.enabled(if: SharedData.isThere, Comment(rawValue: SharedData.leftOut)))
struct MustacheSpecTests {
  /// The names of the tests in a module that the library fails.
  static func failures(in module: String) throws -> [String] {
    let data = try SharedData.data("conformance/mustache/\(module).json")
    let spec = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let tests = try #require(spec["tests"] as? [[String: Any]])
    return try tests.compactMap { test in
      let name = try #require(test["name"] as? String)
      var library = MustacheLibrary()
      for (partial, text) in test["partials"] as? [String: String] ?? [:] {
        try library.register(text, named: partial)
      }
      let template = try MustacheTemplate(string: try #require(test["template"] as? String))
      let rendered = template.render(try #require(test["data"]), library: library)
      return rendered == test["expected"] as? String ? nil : name
    }
  }

  @Test(
    "the required modules, and dynamic names of the optional ones",
    arguments: ["comments", "delimiters", "interpolation", "inverted", "partials", "sections", "~dynamic-names"])
  func module(name: String) throws {
    #expect(try Self.failures(in: name) == [])
  }

  @Test("inheritance, but for two ways to indent blocks")
  func inheritance() throws {
    let failed = try Self.failures(in: "~inheritance")
    #expect(failed == ["Intrinsic indentation", "Nested block reindentation"])
  }
}
