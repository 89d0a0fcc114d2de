/// The lines for which comments switch rules off.
///
/// `<!-- daybook:ignore RULE -->`, with several rules or none for all, holds
/// - for the whole file, when it stands before the first entry;
/// - for the whole entry, when it stands directly below the heading, or anywhere in one whose date cannot be told; but
///   for the next picture alone, when that follows and all the rules are about pictures;
/// - for the next block, anywhere else; inside a paragraph, for that paragraph; at the end of an entry, for the heading
///   below it.
struct IgnoredLines {
  private static let command = "daybook:ignore"

  /// The rules about one picture each.
  private static let pictureRules: Set<String> = [MissingAlt.name, MissingCredit.name, MissingImage.name]

  /// Stands for all rules.
  private static let all = ""

  /// By the rule's name the lines, in order and without overlap.
  private var spans: [String: [ClosedRange<Int>]] = [:]

  init(of document: TimelineDocument) {
    for (_, rules) in Self.commands(in: document.standfirst) { add(1...Int.max, rules) }
    let undated = Dictionary(document.undated.map { ($0.place, $0.position.line) }) { first, _ in first }
    for (index, entry) in document.entries.enumerated() {
      let next = index + 1 < document.entries.count ? document.entries[index + 1].position.line : Int.max
      add(entry, lastLine: max(entry.position.line, min(next, undated[index + 1] ?? Int.max) - 1))
    }
    for (index, part) in document.undated.enumerated() {
      let start = part.position.line
      let following = index + 1 < document.undated.count ? document.undated[index + 1].position.line : Int.max
      let next = part.place < document.entries.count ? document.entries[part.place].position.line : Int.max
      let end = min(next, following)
      let commands = Self.commands(in: part.markdown)
      for (_, rules) in commands { add(start...max(start, end - 1), rules) }
      if end < Int.max, part.markdown.hasSuffix("-->"), let rules = commands.last?.rules { add(end...end, rules) }
    }
    spans = spans.mapValues(Self.merged)
  }

  private mutating func add(_ lines: ClosedRange<Int>, _ rules: Set<String>) {
    for rule in rules.isEmpty ? [Self.all] : rules { spans[rule, default: []].append(lines) }
  }

  private static func merged(_ spans: [ClosedRange<Int>]) -> [ClosedRange<Int>] {
    var merged: [ClosedRange<Int>] = []
    for span in spans.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, span.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound...max(last.upperBound, span.upperBound)
      } else {
        merged.append(span)
      }
    }
    return merged
  }

  private mutating func add(_ entry: Entry, lastLine: Int) {
    for (index, block) in entry.blocks.enumerated() {
      let start = entry.position(ofBlock: index).line
      switch block {
      case .note(let text):
        guard let rules = Self.rules(text) else { continue }
        if index == 0, !Self.isForPicture(rules, in: entry) {
          add(entry.position.line...lastLine, rules)
        } else {
          let behind = Self.nextLine(entry, index + 2, lastLine)
          add(start...max(start, behind), rules)
        }
        if index > 0, index == entry.blocks.count - 1, lastLine < Int.max {
          add((lastLine + 1)...(lastLine + 1), rules)
        }
      case .text(let markdown):
        let last = Self.nextLine(entry, index + 1, lastLine)
        for (_, rules) in Self.commands(in: markdown) { add(start...max(start, last), rules) }
      case .quote, .picture: continue
      }
    }
  }

  /// Whether a comment directly below the heading is about the picture that follows it.
  private static func isForPicture(_ rules: Set<String>, in entry: Entry) -> Bool {
    guard entry.blocks.count > 1, case .picture = entry.blocks[1] else { return false }
    return !rules.isEmpty && rules.isSubset(of: pictureRules)
  }

  /// The line before a block, or the last line of the entry.
  private static func nextLine(_ entry: Entry, _ index: Int, _ lastLine: Int) -> Int {
    index < entry.blocks.count ? entry.position(ofBlock: index).line - 1 : lastLine
  }

  func covers(_ finding: Finding) -> Bool {
    [Self.all, finding.rule].contains { rule in
      guard let lines = spans[rule] else { return false }
      let index = lines.partitioningIndex { $0.upperBound >= finding.position.line }
      return index < lines.count && lines[index].contains(finding.position.line)
    }
  }

  /// The rules of every such comment in a text, with the place where it begins.
  static func commands(in markdown: String) -> [(start: String.Index, rules: Set<String>)] {
    guard markdown.contains(exactly: command) else { return [] }
    var found: [(start: String.Index, rules: Set<String>)] = []
    var rest = markdown[...]
    while let start = rest.firstRange(ofExactly: "<!--"),
      let end = rest[start.upperBound...].firstRange(ofExactly: "-->")
    {
      if let rules = rules(String(rest[start.upperBound..<end.lowerBound])) { found.append((start.lowerBound, rules)) }
      rest = rest[end.upperBound...]
    }
    return found
  }

  /// The rules that a comment names; nil for any other comment.
  private static func rules(_ note: String) -> Set<String>? {
    let words = note.split { $0.isWhitespace || $0 == "," }
    guard words.first == command[...] else { return nil }
    return Set(words.dropFirst().map(String.init))
  }
}
