import Foundation
import Scheduler

/// How long the search for the next instant takes.
enum RecurrenceBenchmark {
  private static let common = [
    "every monday at 07:00", "weekdays at 18:30", "every day at 07:00", "every 15 minutes",
    "first sunday of the month at 09:00", "last day of the month at 08:00", "0 7 1 1 *",
  ]

  /// Rules that seldom come or never.
  private static let rare = ["0 0 29 2 *", "0 0 29 2 1#5", "*/15 * 29 2 1#5", "0 0 31 2 *", "*/5 * 30 2 *"]

  static func run() throws {
    let zones = try ["America/New_York", "Europe/Oslo", "Australia/Lord_Howe"].map { name in
      try Zone(named: name) { name in
        (try? Data(contentsOf: URL(filePath: Zone.systemFolder).appending(path: name))).map { [UInt8]($0) }
      }
    }
    for (name, texts, wanted) in [("common", common, "5 µs"), ("rare or never", rare, "5 ms at the worst")] {
      for text in texts {
        let recurrence = try Recurrence(text)
        var instant = 1_725_868_800
        let time = Measurement(3_000) { round in
          instant = recurrence.next(after: instant, in: zones[round % 3]) ?? 1_725_868_800 + round * 86_413
        }
        time.row("next instant, \(name): \(text)", wanted: wanted)
      }
    }
  }
}
