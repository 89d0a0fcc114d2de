/// A page of metrics, read strictly after the text format 0.0.4.
struct ReadMetrics {
  struct Problem: Error {
    var line: String
    var reason: String
  }

  /// The type of each family by its name.
  private(set) var kinds: [String: String] = [:]
  /// Every value by its name and labels as they stand on the page.
  private(set) var values: [String: Double] = [:]
  /// The labels of every sample by the same key, unescaped.
  private(set) var labels: [String: [String: String]] = [:]

  init(_ page: String) throws {
    guard page.hasSuffix("\n") else { throw Problem(line: "", reason: "the last line has no end") }
    var closed: Set<String> = []
    var helped = "", typed = ""
    for line in page.dropLast().split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if let match = line.wholeMatch(of: /# HELP ([a-z_]+) (.+)/) {
        guard !closed.contains(String(match.1)) else { throw Problem(line: line, reason: "a family in two places") }
        closed.insert(String(match.1))
        helped = String(match.1)
      } else if let match = line.wholeMatch(of: /# TYPE ([a-z_]+) (counter|gauge)/) {
        typed = String(match.1)
        guard typed == helped else { throw Problem(line: line, reason: "a type without help") }
        guard (match.2 == "counter") == typed.hasSuffix("_total") else { throw Problem(line: line, reason: "name") }
        kinds[typed] = String(match.2)
      } else {
        try read(line, family: typed)
      }
    }
  }

  private mutating func read(_ line: String, family: String) throws {
    let form = /([a-z_]+)(?:\{((?:[a-z_]+="(?:[^"\\]|\\["\\n])*",?)+)\})? (-?[0-9.]+(?:e[+-][0-9]+)?|NaN|[+-]Inf)/
    guard let match = line.wholeMatch(of: form), let value = Double(match.3) else {
      throw Problem(line: line, reason: "not a sample")
    }
    guard match.1 == family else { throw Problem(line: line, reason: "a sample outside its family") }
    let key = String(line.dropLast(match.3.count + 1))
    guard values.updateValue(value, forKey: key) == nil else { throw Problem(line: line, reason: "twice") }
    for label in (match.2 ?? "").matches(of: /([a-z_]+)="((?:[^"\\]|\\["\\n])*)"/) {
      let plain = String(label.2).replacing(/\\(.)/) { $0.1 == "n" ? "\n" : String($0.1) }
      guard labels[key, default: [:]].updateValue(String(plain), forKey: String(label.1)) == nil else {
        throw Problem(line: line, reason: "a label twice")
      }
    }
  }
}
