import Foundation
import Scheduler
import TestSupport
import Timeline

@testable import Content

/// The sample timelines of this repository, and the article beside it when it is there.
enum Publications {
  static func entries() throws -> [Entry] {
    try ["two-milers", "the-mile"].flatMap { name in
      let file = SharedData.repository.appending(path: "Timelines/\(name).md")
      return TimelineReader.read(try String(contentsOf: file, encoding: .utf8)).document.entries
    }
  }

  /// Every entry as it would be picked on a day 71 years later.
  static func picks(of entries: [Entry], years: Int = 71) -> [Pick] {
    entries.compactMap { entry in
      guard let day = entry.date.firstDay,
        let later = CivilDay(year: day.year + years, month: day.month, day: min(day.day, 28))
      else { return nil }
      return Pick(entry: entry, occursOn: later, years: years, isMilestone: false, reason: "")
    }
  }
}
