import Foundation

/// Measures what drafts cost; `Benchmarks/contents` starts the peers and prints the table.
///
/// - `timeline COUNT FILE [DAYS]`: writes a timeline of so many entries, which are of so many days.
/// - `issues FILE COUNT OUTPUT`: so many weekly issues out of a timeline; prints seconds of reading, then milliseconds
///   of an issue on one thread, on two, and with all renderings on one; writes the issues as lines of JSON.
/// - `posts FILE OUTPUT`: a post for X of each entry; prints seconds of counting and fitting them, seconds of making
///   their drafts, how many texts they are, and microseconds of counting one; writes the texts as lines of JSON.
/// - `pages FILE FOLDER`: a post of each entry and the weekly issues of all, as files; a whole process for the script
///   to time.
let arguments = CommandLine.arguments
let number = { (index: Int) in arguments.count > index ? Int(arguments[index]) ?? 0 : 0 }
switch arguments.dropFirst().first {
case "timeline":
  let days = arguments.count > 4 ? number(4) : 74_000
  try SampleTimeline(count: number(2), days: days).text.write(toFile: arguments[3], atomically: false, encoding: .utf8)
case "issues": try await IssueBenchmark.run(timeline: arguments[2], count: number(3), output: arguments[4])
case "posts": try await PostBenchmark.run(timeline: arguments[2], output: arguments[3])
case "pages": try await PageBenchmark.run(timeline: arguments[2], folder: arguments[3])
default: exit(64)
}
