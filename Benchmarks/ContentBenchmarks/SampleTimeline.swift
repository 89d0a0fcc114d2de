import Timeline

/// A timeline of invented races, always the same one for a number of entries.
struct SampleTimeline {
  private static let firstDay = CivilDay(year: 1820, month: 1, day: 1)?.daysSinceEpoch ?? 0

  private static let names = [
    "Ada Berg", "Jørgen Skåne", "Maria del Río", "Tom Hill", "Élise Moreau", "Kip Arap", "Ana Souza", "Rolf Beck",
  ]
  private static let races = [
    "the harbour mile", "the spring 1500m", "a relay through the old town", "the cathedral steps", "the winter cross",
  ]
  private static let places = ["Bergen", "Zurich", "St. Andrews", "Nantes", "Porto", "Eugene", "Nairobi"]
  private static let sentences = [
    "Rain had fallen since the morning, and the last bend was under water.",
    "Nobody in the crowd believed the clock; the judges read it *three* times.",
    "It was the first time that anybody there had broken a mark that old.",
    "The favourite stayed at the back until the bell and then had nothing left to give.",
    "Two of the others complained afterwards that the lap had been measured wrongly.",
    "“Not bad for a Tuesday”, said the timekeeper, and went home to his supper.",
    "What the newspapers made of it filled **two pages** and a half.",
  ]
  private static let quotes = [
    "We ran as if nobody had told us how far it was.",
    "I looked over my shoulder once, and that was once too often.",
    "There is always a next year, and I mean to be there early.",
  ]

  let count: Int
  /// How many days the entries are of, in no order; two centuries unless another number is given.
  var days = 74_000

  /// The whole file.
  var text: String {
    "---\ntitle: A sample\n---\n\n" + (0..<count).map(entry).joined(separator: "\n")
  }

  private func entry(_ number: Int) -> String {
    let day = CivilDay(daysSinceEpoch: Self.firstDay + number * 7_919 % days)
    func choice(_ texts: [String], _ step: Int) -> String { texts[number / step % texts.count] }
    let name = choice(Self.names, 1)
    let place = choice(Self.places, 3)
    let time = "\(4 + number % 3):\(10 + number % 50).\(number % 10)"
    var lines = [
      "## \(day) — \(name) wins \(choice(Self.races, 2)) in \(time) {#e-\(number)}", "",
      "\(name) takes \(choice(Self.races, 2)) in \(place) in \(time). \(choice(Self.sentences, 1)) "
        + "\(choice(Self.sentences, 5))", "",
    ]
    if number % 2 == 0 {
      lines += ["> \(choice(Self.quotes, 2))", "> — \(name), after the race", ""]
    }
    if number % 3 == 0 { lines += ["[The report](https://example.org/reports/\(number)?from=\(place.count))", ""] }
    lines += ["- tags: track, \(place)", "- people: \(name)"]
    if number % 7 == 0 { lines.append("- weight: \(2 + number % 4)") }
    return lines.joined(separator: "\n") + "\n"
  }
}
