import Foundation

print("| what | median | worst | wanted |\n|---|---|---|---|")
try RecurrenceBenchmark.run()

let scratch = FileManager.default.temporaryDirectory.appending(
  path: "daybook-benchmark-\(ProcessInfo.processInfo.processIdentifier)")
defer { try? FileManager.default.removeItem(at: scratch) }

let large = try IndexBenchmark(entries: 100_000, files: 50, in: scratch)
try large.buildRow("100,000 entries in 50 timelines: read and indexed", wanted: "1.5 s")
try large.openRow("… the index opened and checked", wanted: "")
try large.refreshRow("… one timeline of 2,000 entries changed: refreshed", wanted: "50 ms")
let huge = try IndexBenchmark(entries: 1_000_000, files: 50, in: scratch)
try huge.buildRow("1,000,000 entries in 50 timelines: read and indexed", wanted: "")
try huge.openRow("… the index opened and checked", wanted: "50 ms with the whole process")
try huge.pickRow("… the picks of a day", days: 1, wanted: "1 ms")
try huge.pickRow("… the picks of a week", days: 7, wanted: "")
