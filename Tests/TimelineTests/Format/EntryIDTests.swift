import Testing
import Timeline

struct EntryIDTests {
  @Test(arguments: [
    ("1940-22", "The fire", "1940-summer-the-fire"), ("1940-21~", "", "1940-spring"), ("1940-27", "", "1940-autumn"),
    ("1940-33", "", "1940-q1"), ("1940-38", "", "1940-third-2"), ("1940-41", "", "1940-half-2"),
    ("1940-23/1941-24", "", "1940-autumn-1941-winter"), ("1940-12", "", "1940-12"),
    ("-0043-21", "", "minus-0043-spring"),
    ("2023-08-23", "Kerr’s title", "2023-08-23-kerrs-title"),
    ("2023-08-23", "Kerr <!-- Anna was drunk --> wins", "2023-08-23-kerr-wins"), ("1940-22-05", "", ""),
  ])
  func partsOfAYearHaveTheirNames(edtf: String, title: String, id: String) throws {
    guard !id.isEmpty else {
      #expect(throws: EntryDateError.self) { try EntryDate(edtf: edtf) }
      return
    }
    #expect(EntryID.derived(from: try EntryDate(edtf: edtf), title: title.isEmpty ? nil : title) == id)
  }
}
