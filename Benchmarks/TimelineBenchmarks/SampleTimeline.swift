/// Timelines of any size, with all that entries have; an entry is of about 300 bytes.
enum SampleTimeline {
  private static let texts = [
    "The river rises above its banks in the night, and by the morning the lower half of the village stands in water.",
    "**Marsh** wins in 3:29.38, ahead of *Lind* (3:29.65) and of everybody else who had come down to the lock that day.",
    "A new boathouse is opened; see the [pictures](https://example.org/boathouse?page=1) and the club’s own account of it.",
  ]
  private static let quotes = [
    "> We had a river and no boats, which is the wrong way round.\n> — Ann Marsh, at the lock",
    "![The finish, arms wide](images/finish.jpg \"Photo: A. Name\")",
    "<!-- ask Lind for the date -->",
  ]

  static func text(entries: Int) -> String {
    var text = "---\ntitle: A river\ntags: [river]\n---\n\nWhat happened on the river.\n"
    text.reserveCapacity(entries * 320)
    for number in 0..<entries {
      // Days of 28 in a month are in every calendar.
      let (year, month, day) = (1_000 + number / 336 % 1_000, number / 28 % 12 + 1, number % 28 + 1)
      let date = "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
      text += "\n## \(date) — Day \(number) on the river {#river-\(number)}\n\n\(texts[number % 3])\n"
      text += "\n\(quotes[number / 3 % 3])\n"
      text += "\n- tags: water, boats\n- people: Ann Marsh, Bo Lind\n- weight: \(number % 5)\n"
    }
    return text
  }
}
