import Testing

@testable import Timeline

@Suite struct SentencesTests {
  @Test(
    "a sentence ends where a reader sees it end",
    arguments: [
      ("One. Two.", ["One.", "Two."]), ("He said “No.” Then he left.", ["He said “No.”", "Then he left."]),
      ("Wait… What?! Yes", ["Wait…", "What?!", "Yes"]), ("(A race.) 'Won.' Done", ["(A race.)", "'Won.'", "Done"]),
      ("Dr. Berg ran 4:31.2 in St. Moritz. 3 laps", ["Dr. Berg ran 4:31.2 in St. Moritz.", "3 laps"]),
      ("On Sept. 5 J. Kerr won. and then", ["On Sept. 5 J. Kerr won. and then"]),
      ("A line\r\nbreak\u{2028}or two. Next", ["A line break or two.", "Next"]), ("One\n\nTwo", ["One", "Two"]),
      ("One\r\n\r\nTwo. ", ["One Two."]), (".Net is here. Ok", [".Net is here.", "Ok"]), ("A—b “c” d", ["A—b “c” d"]),
      // A mark that has something on it is another character.
      ("No.\u{301} End! Now", ["No.\u{301} End!", "Now"]), ("", []), (" . ", ["."]),
    ])
  func ends(text: String, expected: [String]) {
    #expect(Sentences.split(text) == expected)
    #expect(Sentences.first(of: text) == expected.first ?? "")
  }
}
