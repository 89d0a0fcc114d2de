import TestSupport
import Testing
import Timeline

/// The strings of edtf-validate and python-edtf, with the exceptions that `EntryDate` documents.
@Suite(.enabled(if: SharedData.isThere, Comment(rawValue: SharedData.leftOut)))
struct EDTFConformanceTests {
  struct Validity: Decodable {
    var level0: [String]
    var level1: [String]
    var level2: [String]
    var invalid_dates: [String]
    var invalid_intervals: [String]
    var invalid_datetimes: [String]
  }

  struct Bounds: Decodable {
    struct Case: Decodable {
      var edtf: String
      var level: Int
      var earliest: String
      var latest: String
    }
    struct Qualifier: Decodable {
      var edtf: String
      var uncertain: Bool
      var approximate: Bool
      var both: Bool
    }
    var bounds: [Case]
    var qualifiers: [Qualifier]
    var invalid: [String]
  }

  @Test func everyValidStringIsReadAndKept() throws {
    let data = try SharedData.json("conformance/edtf/validity.json", as: Validity.self)
    for text in data.level0 + data.level1 + data.level2 {
      #expect((try? EntryDate(edtf: text))?.edtf == text, "\(text)")
    }
  }

  @Test func everyInvalidStringIsRefused() throws {
    let data = try SharedData.json("conformance/edtf/validity.json", as: Validity.self)
    let documented = ["Y-61000/-2000"]
    for text in data.invalid_dates + data.invalid_intervals + data.invalid_datetimes where !documented.contains(text) {
      #expect(throws: EntryDateError.self, "\(text)") { try EntryDate(edtf: text) }
    }
    let bounds = try SharedData.json("conformance/edtf/bounds.json", as: Bounds.self)
    for text in bounds.invalid {
      #expect(throws: EntryDateError.self, "\(text)") { try EntryDate(edtf: text) }
    }
  }

  @Test func boundsAreThoseOfTheStrictReading() throws {
    let data = try SharedData.json("conformance/edtf/bounds.json", as: Bounds.self)
    let unknownStart = ["/2006"]
    let unknownEnd = ["2004-06-01/", "1984-06-02?/"]
    for example in data.bounds where !example.edtf.contains(", ") {
      let date = try EntryDate(edtf: example.edtf)
      let first = unknownStart.contains(example.edtf) ? "-inf" : example.earliest
      let last = unknownEnd.contains(example.edtf) ? "inf" : example.latest
      #expect((date.firstDay?.description ?? "-inf") == first, "\(example.edtf)")
      #expect((date.lastDay?.description ?? "inf") == last, "\(example.edtf)")
    }
  }

  @Test func qualifiersAreKept() throws {
    let data = try SharedData.json("conformance/edtf/bounds.json", as: Bounds.self)
    for example in data.qualifiers {
      let date = try EntryDate(edtf: example.edtf)
      #expect(date.isUncertain == (example.uncertain || example.both), "\(example.edtf)")
      #expect(date.isApproximate == (example.approximate || example.both), "\(example.edtf)")
    }
  }
}
