internal import Timeline

/// The text of one template with the place that it came from.
struct TemplateSource: Hashable, Sendable {
  /// The name without `.mustache`, as in `posts/entry`.
  let name: String
  /// The file for messages.
  let file: String
  /// The template without its front matter.
  let text: String
  /// The line of the file that ``text`` begins at.
  let firstLine: Int
  /// The YAML above it.
  let yaml: String?
  /// The YAML of a post's template begins and does not end.
  let isUnclosed: Bool

  init(name: String, file: String, contents: String) {
    self.name = name
    self.file = file
    let unmarked = contents.hasPrefix("\u{FEFF}") ? String(contents.dropFirst()) : contents
    let isWindows = unmarked.utf8.contains(0x0D)
    let parts = FrontMatter(splitting: isWindows ? unmarked.replacing("\r\n", with: "\n") : unmarked)
    isUnclosed = parts.yaml == nil && parts.body.hasPrefix("---\n") && name.hasPrefix("posts/")
    text = parts.body
    firstLine = parts.bodyLine
    yaml = parts.yaml
  }

  init(name: String, file: String, text: String, firstLine: Int) {
    self.name = name
    self.file = file
    self.text = text
    self.firstLine = firstLine
    yaml = nil
    isUnclosed = false
  }

  func error(_ problem: String, line: Int, column: Int = 1) -> TemplateError {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let shown = lines.indices.contains(line - 1) ? String(lines[line - 1]) : ""
    let position = SourcePosition(line: firstLine + line - 1, column: column)
    return TemplateError(file: file, position: position, problem: problem, line: shown)
  }
}
