import Testing
import Timeline

@Suite struct EntryDateTests {
  @Test(arguments: [
    ("2024-08-04", DatePrecision.day), ("2024-08", .month), ("2024", .year), ("2024-21", .season),
    ("2024-33", .quarter), ("2024-40", .half), ("198X", .decade), ("19XX", .century), ("1XXX", .millennium),
    ("XXXX-12-25", .none), ("2004-XX", .year), ("1985-04-XX", .month), ("2024-06-07/2024-07", .month),
    ("1985-04-12/..", .day), ("2024-08-04T15:30:00Z", .day), ("Y170000002", .year),
  ])
  func precisionIsThatOfTheText(edtf: String, precision: DatePrecision) throws {
    #expect(try EntryDate(edtf: edtf).precision == precision)
  }

  @Test func onlyAPlainDayIsADay() throws {
    let day = CivilDay(year: 2024, month: 8, day: 4)
    #expect(try EntryDate(edtf: "2024-08-04").day == day)
    #expect(try EntryDate(edtf: "2024-08-04T23:59:59-11:00").day == day)
    for text in ["2024-08", "2024-08-04~", "2024-08-04?", "2024-08-04/2024-08-05", "2024-08-XX", "[2024-08-04]"] {
      #expect(try EntryDate(edtf: text).day == nil, "\(text)")
    }
  }

  @Test func anIntervalHasTheExactDaysOfItsEnds() throws {
    let date = try EntryDate(edtf: "2024-06-07/2024-07")
    #expect(date.startDay?.description == "2024-06-07")
    #expect(date.endDay == nil)
    #expect(date.lastDay?.description == "2024-07-31")
    #expect(date.isInterval)
  }

  @Test func orderIsByTheFirstDay() throws {
    let texts = [
      "../1989", "Y-170000002", "-0043-03-15", "0000", "18XX", "1850~", "2024", "2024-08-04", "2024-08-04/2024-08-06",
    ]
    let dates = try texts.map { text in try EntryDate(edtf: text) }
    #expect(dates.reversed().sorted().map(\.edtf) == texts)
  }

  @Test func errorsSayWhatIsWrong() {
    #expect(throws: EntryDateError.notEDTF("Aug. 4")) { try EntryDate(edtf: "Aug. 4") }
    #expect(throws: EntryDateError.impossible("2023-02-29")) { try EntryDate(edtf: "2023-02-29") }
    #expect(throws: EntryDateError.reversed("2024/2023")) { try EntryDate(edtf: "2024/2023") }
    #expect(throws: EntryDateError.impossible("Y99999999999999999999")) {
      try EntryDate(edtf: "Y99999999999999999999")
    }
  }

  @Test func timeIsKeptBesideTheDay() throws {
    #expect(try EntryDate(edtf: "2024-08-04T15:30:00+02:00").timeText == "15:30:00+02:00")
    #expect(try EntryDate(edtf: "2024-08-04").timeText == nil)
  }
}
