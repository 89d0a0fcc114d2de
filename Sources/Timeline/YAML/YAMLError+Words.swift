internal import Yams

// What libyaml's terse words mean for somebody who writes settings by hand.
extension YAMLError {
  /// - Parameters:
  ///   - error: as the parser gives it.
  ///   - text: the YAML that it was given.
  ///   - firstLine: the line of the file that the text begins at.
  init(_ error: YamlError, in text: String, firstLine: Int) {
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      self = YAMLTrouble(text: text, context: context, problem: problem, mark: mark).error(firstLine: firstLine)
    case .duplicatedKeysInMapping(let duplicates, let context):
      let key = duplicates.min() ?? "?"
      self.init(
        position: Self.second(key, of: context.mark, in: text, firstLine: firstLine),
        problem: "the key \"\(key)\" stands twice; keep one of them")
    case .reader(_, let offset, _, _):
      let before = text.unicodeScalars.prefix(offset ?? 0)
      self.init(
        position: SourcePosition(line: firstLine + before.count { $0 == "\n" }),
        problem: "this line has a character that YAML does not allow, such as a control character; take it out")
    default:
      self.init(position: SourcePosition(line: firstLine), problem: "this is not YAML; write `key: value` lines")
    }
  }

  /// Where a key of a mapping stands for the second time; where the mapping begins, when that cannot be seen.
  private static func second(_ key: String, of start: Mark, in text: String, firstLine: Int) -> SourcePosition {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let found = lines.indices.dropFirst(start.line - 1).filter { index in
      let indent = lines[index].prefix { $0 == " " }.count
      return (indent == start.column - 1 || index == start.line - 1)
        && lines[index].dropFirst(start.column - 1).hasPrefix(key + ":")
    }
    guard found.count > 1 else { return YAMLValue.position(of: start, firstLine: firstLine) }
    return SourcePosition(line: firstLine + found[1], column: start.column)
  }
}

/// One error of the parser, with the lines around it.
private struct YAMLTrouble {
  let context: String
  /// Where what the error is about begins, where the parser says.
  let start: Mark
  let problem: String
  let mark: Mark
  let lines: [Substring]

  init(text: String, context: YamlError.Context?, problem: String, mark: Mark) {
    self.context = context?.text ?? ""
    start = context?.mark ?? mark
    self.problem = problem
    self.mark = mark
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  func error(firstLine: Int) -> YAMLError {
    if let line = lineWithTab {
      return YAMLError(
        position: SourcePosition(line: firstLine + line - 1),
        problem: "this line is indented with a tab; YAML wants spaces, two for each step")
    }
    let (place, words) = meaning
    return YAMLError(position: YAMLValue.position(of: place, firstLine: firstLine), problem: words)
  }

  /// The line of the error, or the one before it, where it begins with a tab.
  private var lineWithTab: Int? {
    [mark.line, mark.line - 1].first { line in
      guard lines.indices.contains(line - 1) else { return false }
      return lines[line - 1].prefix { $0 == " " || $0 == "\t" }.contains("\t")
    }
  }

  private var meaning: (Mark, String) {
    switch problem {
    case _ where context.contains("quoted scalar") && !problem.contains("escape"):
      return (start, "this quotation mark is never closed; close it at the end of the value")
    case _ where problem.contains("escape"):
      return (
        mark, "inside \"…\" a backslash has a meaning of its own; write \\\\ for one, or use '…' around the value"
      )
    case "could not find expected ':'":
      return (start, "this line has no colon; write `key: value`, or `- value` in a list")
    case "mapping values are not allowed in this context":
      return (mark, colonWords)
    case "did not find expected ',' or '}'":
      return (start, "this brace is never closed, or a comma is missing behind it; write {key: value, key: value}")
    case "did not find expected ',' or ']'":
      return (start, "this bracket is never closed, or a comma is missing behind it; write [one, another]")
    case "did not find expected key" where hasTextBehindQuote,
      _ where context.hasPrefix("while scanning an a") && hasTextBehindQuote:
      return (mark, "a value that has such marks in it needs quotation marks around the whole of it")
    case "did not find expected key", "did not find expected '-' indicator":
      return (mark, "this line is not indented as those above it; lines that belong together begin in the same column")
    case "found undefined alias", "found undefined anchor":
      return (mark, "`*` begins an alias, and there is none of this name; put quotation marks around the value")
    case _ where context == "while scanning an alias" || context == "while scanning an anchor":
      return (start, "a value that begins with * or & needs quotation marks around it")
    case "block sequence entries are not allowed in this context":
      return (mark, "a list begins on the line below its key, each item behind `- `")
    case _ where problem.contains("cannot start any token"):
      return (mark, "a value cannot begin with this character; put quotation marks around the value")
    case _ where problem.contains("tab character"):
      return (mark, "a tab stands here; YAML wants spaces")
    case "but found another document":
      return (mark, "a second document begins here, and settings are one; take the line --- out")
    case "did not find expected <document start>":
      return (mark, "here the settings have ended already; every line is `key: value`, indented as those it belongs to")
    default:
      return (mark, "this is not YAML (\(problem)); compare this line and the one above it with the lines around them")
    }
  }

  /// Whether the value of the line begins with a quotation mark or a bracket and goes on behind its closing one.
  private var hasTextBehindQuote: Bool {
    guard lines.indices.contains(mark.line - 1), let colon = lines[mark.line - 1].firstRange(ofExactly: ": ") else {
      return false
    }
    let value = lines[mark.line - 1][colon.upperBound...].drop { $0 == " " }
    guard let first = value.first, "\"'[".contains(first) else { return false }
    return value.dropFirst().contains(first == "[" ? "]" : first)
  }

  /// A second colon in a line is a value that has one; a first is a line that is indented too far.
  private var colonWords: String {
    let line = lines.indices.contains(mark.line - 1) ? lines[mark.line - 1] : ""
    let before = line.unicodeScalars.prefix(max(0, mark.column - 1))
    return String(before).contains(": ")
      ? "a value with a colon in it needs quotation marks around it"
      : "this line is indented further than the one above it, which has a value already; indent it as that one"
  }
}
