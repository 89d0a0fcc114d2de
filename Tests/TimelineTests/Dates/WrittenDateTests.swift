import Testing
import Timeline

@Suite struct WrittenDateTests {
  @Test(arguments: [
    ("23. august 2023", "2023-08-23"), ("onsdag 23. august 2023", "2023-08-23"),
    ("7.–12. juni 2024", "2024-06-07/2024-06-12"),
    ("1. mai 2024", "2024-05-01"), ("våren 2021", "2021-21"), ("høsten 2021", "2021-23"), ("1960-tallet", "196X"),
    ("44 f.Kr.", "-0043"), ("3. kvartal 2024", "2024-35"), ("fra mai 2015", "2015-05/.."), ("før 1928", "../1928"),
    ("Mittwoch, 23. August 2023", "2023-08-23"), ("7. bis 12. Juni 2024", "2024-06-07/2024-06-12"),
    ("Frühling 2021", "2021-21"), ("März 2023", "2023-03"), ("19. Jahrhundert", "18XX"), ("44 v. Chr.", "-0043"),
    ("um 1850", "1850~"), ("seit 2015", "2015/.."), ("1960er Jahre", "196X"), ("1. Halbjahr 2024", "2024-40"),
    ("mercredi 23 août 2023", "2023-08-23"), ("1er août 2024", "2024-08-01"), ("été 2021", "2021-22"),
    ("févr. 2024", "2024-02"), ("du 7 au 12 juin 2024", "2024-06-07/2024-06-12"), ("vers 1850", "1850~"),
    ("XIXe siècle", "18XX"), ("années 1960", "196X"), ("44 av. J.-C.", "-0043"),
    ("23 de agosto de 2023", "2023-08-23"), ("miércoles, 23 de agosto de 2023", "2023-08-23"),
    ("primavera de 2021", "2021-21"), ("siglo XIX", "18XX"), ("44 a. C.", "-0043"), ("hacia 1850", "1850~"),
    ("del 7 al 12 de junio de 2024", "2024-06-07/2024-06-12"), ("desde 2015", "2015/.."),
  ])
  func otherLanguages(text: String, edtf: String) {
    #expect(WrittenDate.read(prefixOf: text, order: nil)?.date?.edtf == edtf)
  }

  @Test(arguments: [
    ("03.03.98", "1998-03-03"), ("31.12.07 — Silvester", "2007-12-31"), ("3-Apr-11", "2011-04-03"),
    ("17-Mar-98: A", "1998-03-17"), ("1998-W12", "1998-03-16/1998-03-22"),
    ("Week 12, 1998", "1998-03-16/1998-03-22"), ("KW 53 2020", "2020-12-28/2021-01-03"),
    ("Uke 1 2021", "2021-01-04/2021-01-10"), ("Mai/Juni 1998", "1998-05/1998-06"),
    ("December/January 1998", "1997-12/1998-01"),
  ])
  func shortYearsWeeksAndPairsOfMonthsAreRead(text: String, edtf: String) {
    #expect(WrittenDate.read(prefixOf: text, order: nil)?.date?.edtf == edtf)
  }

  @Test(arguments: [
    ("vom 3. Mai bis 5. Juni 2003", "2003-05-03/2003-06-05"), ("fra 3. mai til 5. juni 2003", "2003-05-03/2003-06-05"),
    ("Du 28 juin au 2 juillet 2005", "2005-06-28/2005-07-02"),
    ("del 3 de mayo al 5 de junio de 2003", "2003-05-03/2003-06-05"), ("von 1998 bis 2001", "1998/2001"),
    ("Vom 3. Mai 2003 bis 5. Juni 2004", "2003-05-03/2004-06-05"),
    ("May 3–4 & 6, 2012", "2012-05-03/2012-05-06"), ("3, 4 and 6 May 2012", "2012-05-03/2012-05-06"),
    ("3.–4. und 6. Mai 2012", "2012-05-03/2012-05-06"), ("1905, May 3", "1905-05-03"), ("1998, June.", "1998-06"),
    ("1848, im März:", "1848-03"), ("1982 (?)", "1982?"), ("3 May 1982 (?)", "1982-05-03?"),
  ])
  func moreFormsAreRead(text: String, edtf: String) {
    let found = WrittenDate.read(prefixOf: text, order: nil)
    #expect(found?.date?.edtf == edtf)
    #expect(found?.rest.contains { $0.isLetter || $0.isNumber } == false)
  }

  @Test(arguments: [
    "1998-05-03T10:00", "1998-05-03 10:00", "1998-05-03T10:00Z", "1998-05-03T10:00+02:00", "1998-05-03T10:00:00.000Z",
    "1998-05-03T10:00-0500",
  ])
  func aDayMayHaveATimeOfISO8601(text: String) {
    let found = WrittenDate.read(prefixOf: text, order: nil)
    #expect(found?.date?.edtf == "1998-05-03")
    #expect(found?.time == "10:00")
    #expect(found?.rest == "")
  }

  @Test(arguments: [
    ("1998, May Day", "May Day"), ("1905, May the third came", "May the third came"), ("2024, a year", "a year"),
  ])
  func aMonthsNameBehindAYearMayBeginATitle(text: String, rest: String) {
    let found = WrittenDate.read(prefixOf: text, order: nil)
    #expect(found?.date?.precision == .year)
    #expect(found?.rest == rest)
  }

  @Test(arguments: ["del río", "von 3", "Du 3 mai 2001 on parle", "May 4–3 & 6, 2012", "May 3, 4"])
  func halfOfARangeIsNone(text: String) {
    #expect(WrittenDate.read(prefixOf: text, order: nil)?.date == nil)
  }

  @Test(arguments: ["1.10.98", "10.04.12.1", "1998-W54", "2021-W53", "Week 12", "May/May 1998", "3-Apr-11-12"])
  func whatIsNearlyOneOfTheseIsNot(text: String) {
    #expect(WrittenDate.read(prefixOf: text, order: nil)?.date == nil)
  }

  @Test(arguments: [
    ("2023-08-23 — Kerr takes the title", "2023-08-23", "Kerr takes the title"),
    ("2023-08-23 — 3 titles in a day", "2023-08-23", "3 titles in a day"),
    ("2023-08-23 – 2024 plans", "2023-08-23", "2024 plans"),
    ("2023-08-23 - 12 runners", "2023-08-23", "12 runners"),
    ("2023-08-23 — 2024-01-02 is named", "2023-08-23", "2024-01-02 is named"),
    ("2023-08-23 — ", "2023-08-23", ""),
    ("2024-06-07/2024-06-12: Rome", "2024-06-07/2024-06-12", "Rome"),
    ("June 7-12, 2024 — Rome", "2024-06-07/2024-06-12", "Rome"),
    ("1954: Bannister", "1954", "Bannister"), ("198X — The decade", "198X", "The decade"),
    ("1850~ – A guess", "1850~", "A guess"), ("../1989 — Before", "../1989", "Before"),
    ("Aug. 4, 2024 3:43.73 mile", "2024-08-04", "3:43.73 mile"),
    ("44 BC — Caesar", "-0043", "Caesar"), ("2024-33 — First quarter", "2024-33", "First quarter"),
    ("1910-30", "1910/1930", ""), ("Dec. 30 – Jan. 2, 2024", "2023-12-30/2024-01-02", ""),
    ("June 7 & 12, 2024", "{2024-06-07,2024-06-12}", ""), ("Aug 4, 2024 Heats", "2024-08-04", "Heats"),
  ])
  func titlesStayWhole(text: String, edtf: String, rest: String) {
    let found = WrittenDate.read(prefixOf: text, order: nil)
    #expect(found?.date?.edtf == edtf)
    #expect(found?.rest == rest)
  }

  @Test(arguments: [
    "", "—", "2024 was a good year", "1500 metres", "1500m — Kerr", "800m", "3:29.38", "3 titles", "May flies high",
    "Marching on", "20 January", "555-0123", "v2.1.0", "1.10.30", "1-2-3", "2024-08-04-slug", "[Aug. 4, 2024](x)",
    "Sunday", "the mile", "from here", "until they met", "circa nothing", "12.53%", "25:12", "4/13/1", "August 32",
    "After 2000 metres Kerr led", "24/7 support",
  ])
  func whatIsNoDateStaysText(text: String) {
    #expect(WrittenDate.read(prefixOf: text, order: nil)?.date == nil)
  }

  @Test func orderSettlesNumbers() {
    #expect(WrittenDate.read(prefixOf: "03/04/2024", order: .dmy)?.date?.edtf == "2024-04-03")
    #expect(WrittenDate.read(prefixOf: "03/04/2024", order: .mdy)?.date?.edtf == "2024-03-04")
    #expect(WrittenDate.read(prefixOf: "13/04/2024", order: .mdy)?.date?.edtf == "2024-04-13")
    #expect(WrittenDate.read(prefixOf: "04/04/2024", order: nil)?.date?.edtf == "2024-04-04")
    #expect(WrittenDate.read(prefixOf: "8/10/2012 - 8/15/2012", order: nil)?.date?.edtf == "2012-08-10/2012-08-15")
  }

  @Test func aWrongWeekdayIsAProblemAndNotAnotherDate() {
    let found = WrittenDate.read(prefixOf: "Monday, August 4, 2024", order: nil)
    #expect(found?.date?.edtf == "2024-08-04")
    #expect(found?.problems == [.weekday(written: 1, actual: 7)])
    #expect(WrittenDate.read(prefixOf: "Sunday, August 4, 2024", order: nil)?.problems == [])
  }

  @Test(arguments: ["Feb. 30, 2024", "2023-02-29", "2024-13-01", "31.06.2024", "13/31/2018", "February 20 - 30, 2022"])
  func anImpossibleDayIsAProblemAndNotAGuess(text: String) {
    let found = WrittenDate.read(prefixOf: text + " — title", order: nil)
    #expect(found?.date == nil)
    #expect(found?.problems == [.impossible(text)])
  }

  @Test func aReversedRangeIsAProblem() {
    #expect(WrittenDate.read(prefixOf: "June 12-7, 2024", order: nil)?.problems == [.reversed("June 12-7, 2024")])
    #expect(WrittenDate.read(prefixOf: "2024/2023", order: nil)?.problems == [.reversed("2024/2023")])
  }

  @Test func aYearFromElsewhereFillsTheGap() {
    #expect(WrittenDate.read(prefixOf: "Aug. 4th", order: nil, year: 2024)?.date?.edtf == "2024-08-04")
    #expect(WrittenDate.read(prefixOf: "June 7-12", order: nil, year: 2024)?.date?.edtf == "2024-06-07/2024-06-12")
  }

  @Test func aLongLineIsNotScannedToItsEnd() {
    let line = "Aug. 4, 2024 — " + String(repeating: "1,", count: 100_000)
    #expect(WrittenDate.read(prefixOf: line, order: nil)?.date?.edtf == "2024-08-04")
    let digits = String(repeating: "9", count: 100_000)
    #expect(WrittenDate.read(prefixOf: digits, order: nil) == nil)
  }
}
