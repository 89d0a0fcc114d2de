import Foundation
import Timeline

/// Reads timelines for `Benchmarks/reader`: `write COUNT FILE` makes one, `read FILE ROUNDS` reads it and
/// prints the number of its entries, the CPU milliseconds of the fastest round, and the process's peak memory in kB.
guard CommandLine.arguments.count >= 3 else {
  print("usage: TimelineBenchmarks write ENTRIES FILE | read FILE [ROUNDS]")
  exit(64)
}
switch CommandLine.arguments[1] {
case "write":
  let count = Int(CommandLine.arguments[2]) ?? 0
  try SampleTimeline.text(entries: count).write(toFile: CommandLine.arguments[3], atomically: false, encoding: .utf8)
default:
  let bytes = [UInt8](try Data(contentsOf: URL(filePath: CommandLine.arguments[2])))
  let rounds = CommandLine.arguments.count > 3 ? Int(CommandLine.arguments[3]) ?? 1 : 1
  var entries = 0
  var best = Double.infinity
  for _ in 0..<rounds {
    let start = clock()
    entries = TimelineReader.read(try SourceText.decode(bytes)).document.entries.count
    best = min(best, Double(clock() - start) * 1_000 / Double(CLOCKS_PER_SEC))
  }
  print("\(entries) \(best) \(try ProcessMemory.peak())")
}
