import Content
import Foundation
import Timeline

/// Posts for X: each entry fitted into one, or into a thread, by the template's forms; whole drafts; the count of each.
enum PostBenchmark {
  private struct Row: Encodable {
    var text: String
    var length: Int
  }

  /// Prints the figures of posts and writes their texts with their lengths as lines of JSON.
  ///
  /// The figures: the seconds in which a post of each entry is counted and fitted, out of the forms that its templates
  /// give; those of making a whole draft of each; how many texts they are; and the microseconds of counting one.
  static func run(timeline: String, output: String) async throws {
    let text = try String(contentsOfFile: timeline, encoding: .utf8)
    let entries = TimelineReader.read(text).document.entries
    let composer = try PostComposer(
      publication: Publication(name: "The Bell Lap"), channel: .x, templates: TemplateSet())
    let forms = entries.map(composer.forms)
    let fitter = PostFitter(channel: .x)
    var fitted: [String] = []
    let fitting = await Stopwatch.fastest(of: 5, by: .processor) {
      fitted = forms.compactMap { fitter.text(of: $0.texts, threads: $0.threads) }
    }
    var drafts: [Draft] = []
    let composing = await Stopwatch.fastest(of: 3, by: .processor) {
      drafts = entries.compactMap { composer.compose(.entry($0)).draft }
    }
    precondition(drafts.map(\.text) == fitted.map { $0 + "\n" } && drafts.count == entries.count)
    let texts = drafts.flatMap(\.parts)
    var lengths: [Int] = []
    let counting = await Stopwatch.fastest(of: 5, by: .processor) {
      lengths = texts.map { Channel.x.measure($0).length }
    }
    precondition(lengths.allSatisfy { $0 <= 280 })
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let lines = try zip(texts, lengths).map {
      String(decoding: try encoder.encode(Row(text: $0, length: $1)), as: UTF8.self) + "\n"
    }
    try lines.joined().write(toFile: output, atomically: false, encoding: .utf8)
    print(String(format: "%.4f %.4f %d %.4f", fitting, composing, texts.count, counting * 1e6 / Double(texts.count)))
  }
}
