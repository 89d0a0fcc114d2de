import Delivery
import Testing

@Suite struct JSONValueTests {
  @Test(arguments: [
    ("null", JSONValue.null), (" true ", .boolean(true)), ("-0.5e+2", .number(-50)), ("0", .number(0)),
    ("\"a\\u00e9\\ud83d\\ude00\\n\\/\"", .string("aé😀\n/")), ("[]", .array([])),
    ("[1, [\"a\"], {}]", .array([.number(1), .array([.string("a")]), .object([:])])),
    ("{\"a\": {\"b\": false}}", .object(["a": .object(["b": .boolean(false)])])),
  ])
  func readsWhatTheGrammarAllows(_ text: String, _ value: JSONValue) {
    #expect(JSONValue.parse(Array(text.utf8)) == value)
  }

  @Test(arguments: [
    "", " ", "{\"a\": 1,}", "[1,]", "[,1]", "{a: 1}", "{'a': 1}", "[1 2]", "01", "-", "1.", ".5", "1e", "+1", "NaN",
    "nul",
    "\"\n\"", "\"\u{0}\"", "\"\\x\"", "\"\\u12g4\"", "\"\\ud83d\"", "\"\\ud83dx\"", "\"\\ud83d\\u0041\"", "\"\\udc00\"",
    "\"a", "[", "{", "{\"a\"", "{\"a\":", "{} {}", "// a\n1", "\u{FEFF}1", "[1]]",
  ])
  func refusesEverythingElse(_ text: String) {
    #expect(JSONValue.parse(Array(text.utf8)) == nil)
  }

  @Test func hostileDocumentsAreRefusedCheaply() {
    #expect(JSONValue.parse(Array(repeating: UInt8(ascii: "["), count: 1_000_000)) == nil)
    #expect(JSONValue.parse([0x22, 0xFF, 0x22]) == nil)
  }
}
