import Content
import Foundation
import Timeline

/// Posts for X: each entry fitted into one, or into a thread, by the template's forms; then the count of each.
enum PostBenchmark {
  private struct Row: Encodable {
    var text: String
    var length: Int
  }

  /// Prints the seconds of fitting one post an entry and the microseconds of counting one; writes the texts with their
  /// lengths as lines of JSON.
  static func run(timeline: String, output: String) async throws {
    let text = try String(contentsOfFile: timeline, encoding: .utf8)
    let entries = TimelineReader.read(text).document.entries
    let composer = try PostComposer(
      publication: Publication(name: "The Bell Lap"), channel: .x, templates: TemplateSet())
    var drafts: [Draft] = []
    let fitting = await Stopwatch.fastest(of: 3, by: .processor) {
      drafts = entries.compactMap { composer.compose(.entry($0)).draft }
    }
    precondition(drafts.count == entries.count)
    let texts = drafts.flatMap(\.parts)
    var lengths: [Int] = []
    let counting = await Stopwatch.fastest(of: 3, by: .processor) {
      lengths = texts.map { Channel.x.measure($0).length }
    }
    precondition(lengths.allSatisfy { $0 <= 280 })
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let lines = try zip(texts, lengths).map {
      String(decoding: try encoder.encode(Row(text: $0, length: $1)), as: UTF8.self) + "\n"
    }
    try lines.joined().write(toFile: output, atomically: false, encoding: .utf8)
    print(String(format: "%.4f %d %.4f", fitting, texts.count, counting * 1e6 / Double(texts.count)))
  }
}
