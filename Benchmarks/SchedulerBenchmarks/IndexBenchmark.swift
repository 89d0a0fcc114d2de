import Foundation
import Scheduler
import Timeline

/// How long it takes to index timelines and to pick from them.
struct IndexBenchmark {
  private static let later: Int64 = 1_000_000_000_000_000

  private let folder: URL
  private let files: [AnniversaryIndexCache.File]
  private let cache: AnniversaryIndexCache

  /// Writes so many entries into so many timelines, in a folder that is new.
  init(entries: Int, files count: Int, in scratch: URL) throws {
    let folder = scratch.appending(path: "\(entries)-\(count)")
    self.folder = folder
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    files = try (0..<count).map { number in
      let text = Self.timeline(number, entries: entries / count)
      let path = folder.appending(path: "timeline-\(number).md")
      try text.write(to: path, atomically: false, encoding: .utf8)
      return AnniversaryIndexCache.File(path: path.path, size: text.utf8.count, modified: 0)
    }
    cache = AnniversaryIndexCache(
      settings: "", read: { try Data(contentsOf: URL(filePath: $0)) },
      parse: { bytes, _ in TimelineReader.read(String(decoding: bytes, as: UTF8.self)).document.entries },
      load: { try? Data(contentsOf: folder.appending(path: $0), options: .alwaysMapped) },
      save: { try? $0.write(to: folder.appending(path: $1), options: .atomic) })
  }

  private static func timeline(_ number: Int, entries: Int) -> String {
    let start = CivilDay(year: 1820, month: 1, day: 1)?.daysSinceEpoch ?? 0
    return (0..<entries).map { entry in
      let day = CivilDay(daysSinceEpoch: start + (entry * 7_919 + number * 104_729) % 74_000)
      return """
        ## \(day) — What happened as number \(entry) {#e\(number)-\(entry)}

        Somebody ran from one place to another, and somebody else wrote down how long it took.

        - tags: track, tag-\(entry % 50)
        - people: Somebody, Person \(entry % 997)
        - weight: \(entry % 7 == 0 ? 3 : 1)

        """
    }.joined(separator: "\n")
  }

  func buildRow(_ name: String, wanted: String) throws {
    try Measurement(1) { _ in _ = try cache.index(of: files, now: Self.later) }.row(name, wanted: wanted)
  }

  func openRow(_ name: String, wanted: String) throws {
    try Measurement(20) { _ in _ = try cache.index(of: files, now: Self.later) }.row(name, wanted: wanted)
  }

  /// Changes one timeline, and looks at all of them.
  func refreshRow(_ name: String, wanted: String) throws {
    var files = files
    let time = try Measurement(10) { round in
      let text = Self.timeline(1_000 + round, entries: 2_000)
      files[0].size = text.utf8.count
      files[0].modified += 1
      try text.write(to: URL(filePath: files[0].path), atomically: false, encoding: .utf8)
      let result = try cache.index(of: files, now: Self.later)
      precondition(result.rebuilt.count == 1)
    }
    time.row(name, wanted: wanted)
  }

  func pickRow(_ name: String, days: Int, wanted: String) throws {
    let picker = Picker(try cache.index(of: files, now: Self.later).index, rules: OnThisDayRules())
    let first = CivilDay(daysSinceEpoch: 20_300)
    let time = Measurement(200) { round in
      let request = PickRequest(firstDay: first.adding(days: round), days: days, explains: false)
      precondition(picker.select(request, history: PickHistory()).picks.count >= days)
    }
    time.row(name, wanted: wanted)
  }
}
