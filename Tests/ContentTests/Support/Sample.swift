import Scheduler
import Timeline

@testable import Content

/// A week of an invented publication, with everything that an issue can have.
enum Sample {
  static let publication = Publication(
    name: "The Bell Lap", link: "https://example.org",
    links: [Publication.PageLink(title: "Results", url: "https://example.org/results")],
    sender: "The Bell Lap <desk@example.org>")

  static func day(_ text: String) -> CivilDay {
    guard let day = CivilDay(iso8601: text) else { preconditionFailure("\(text) is no day") }
    return day
  }

  static let meeting: Entry = {
    var fields = EntryFields()
    fields.tags = ["diamond league"]
    fields.weight = 2
    return Entry(
      id: "meeting", date: EntryDate(day: day("2024-09-05")), title: "Runner wins the *mile* at home",
      blocks: [
        .text(
          "A. Runner won in 3:48.20, ahead of B. Miler in 3:48.31. The [results](https://example.org/r/1) are out."),
        .text("Afterwards she said:"),
        .quote(
          Quote(
            text: "I waited for the bend, and then I went. That is all.", speaker: "A. Runner", source: "mixed zone")),
        .note("ask for the splits"),
        .picture(
          Picture(path: "images/mile.jpg", alt: "Two runners [side by side]", credit: "Photo: C. \"Lens\" Camera")),
      ],
      fields: fields)
  }()

  static let injury = Entry(
    id: "injury", date: EntryDate(day: day("2024-09-08")),
    blocks: [.text("D. Pacer leaves the season with a sore calf. She hopes to be back in March.")])

  static let firstMile = Entry(
    id: "first-mile", date: EntryDate(day: day("1954-09-10")), title: "The first mile under four minutes on this track",
    blocks: [.text("E. Pioneer ran 3:59.4 on cinders.")])

  static let final = Entry(
    id: "final", date: EntryDate(day: day("2024-09-14")), title: "The final in the city",
    blocks: [.text("Eight runners have qualified.")])

  static let picks = [
    Pick(entry: firstMile, occursOn: day("2024-09-10"), years: 70, isMilestone: true, reason: "70 years")
  ]

  static let entries = [firstMile, meeting, injury, final]
}
