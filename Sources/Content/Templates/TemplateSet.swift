internal import Timeline

/// The templates of a publication: its own files over the built-in ones.
package struct TemplateSet: Sendable {
  /// The folder of the templates, in the publication.
  package static let folder = "Templates"

  private static let suffix = ".mustache"

  private let sources: [String: TemplateSource]

  /// Takes the built-in templates and the publication's own.
  ///
  /// - Parameters:
  ///   - files: the publication's files, from the path below `Templates/` to the text; others than `*.mustache` are
  ///     left alone. A file in a folder named for the language goes before one of the same name without it.
  ///   - language: the language of the publication, as in `en`.
  package init(files: [String: String] = [:], language: String = "en") {
    var sources: [String: TemplateSource] = [:]
    // Later ones win: built-in, built-in in the language, own, own in the language.
    for (table, place) in [(EmbeddedTemplates.files, "built-in template "), (files, Self.folder + "/")] {
      for prefix in ["", language + "/"] {
        for (path, contents) in table where path.hasPrefix(prefix) && path.hasSuffix(Self.suffix) {
          let name = String(path.dropFirst(prefix.count).dropLast(Self.suffix.count))
          sources[name] = TemplateSource(name: name, file: place + path, contents: contents)
        }
      }
    }
    self.sources = sources
  }

  /// The built-in templates and the pages about them, from the path below `Templates/` to the text: what a new
  /// publication may start from.
  package static var builtIn: [String: String] { EmbeddedTemplates.files }

  /// The texts of the templates that drafts are made of, without their tags: what they say is theirs.
  var draftTexts: [String] {
    sources.values.filter { source in
      ["posts/", "partials/"].contains { source.name.hasPrefix($0) }
        || ["subject", "preheader", "newsletter"].contains(source.name)
    }
    // The marks of YAML's own are no quotation.
    .flatMap { [$0.text, ($0.yaml ?? "").replacing("\\n", with: "\n").replacing("\"", with: " ")] }
    .map(Self.withoutTags)
  }

  private static func withoutTags(_ text: String) -> String {
    var kept = ""
    var rest = text[...]
    while let open = rest.firstRange(of: "{{") {
      kept += rest[..<open.lowerBound] + " "
      rest = rest[open.upperBound...].firstRange(of: "}}").map { rest[$0.upperBound...] } ?? ""
    }
    return kept + rest
  }

  func source(_ name: String) -> TemplateSource? { sources[name] }

  /// A template's own text with its file for messages, for a module that has its own way with it; nil where there is
  /// none of this name.
  package func text(of name: String) -> (file: String, text: String)? {
    sources[name].map { ($0.file, $0.text) }
  }

  /// The partial of this name: `partials/NAME` before `NAME`.
  func partial(_ name: String) -> TemplateSource? { sources["partials/\(name)"] ?? sources[name] }

  /// Reads one template and checks it against an example of its context.
  ///
  /// - Throws: ``TemplateError`` with file, line, column and the text, also for a variable that there is not.
  func template(
    _ name: String, example: [String: TemplateValue]
  ) throws(TemplateError) -> Template {
    guard let source = source(name) else {
      let file = "\(Self.folder)/\(name)\(Self.suffix)"
      throw TemplateError(
        file: file, position: .init(line: 1), problem: "there is no such template", line: "")
    }
    return try template(source, example: example)
  }

  func template(
    _ source: TemplateSource, example: [String: TemplateValue]
  ) throws(TemplateError) -> Template {
    let nodes = try parse(source)
    var partials: [String: [TemplateNode]] = [:]
    try parsePartials(in: nodes, into: &partials)
    try TemplateCheck(templates: self).run(nodes, of: source, example: .object(example))
    return Template(
      name: source.name, format: TemplateFormat(ofTemplate: source.name), nodes: nodes, partials: partials)
  }

  private func parsePartials(
    in nodes: [TemplateNode], into partials: inout [String: [TemplateNode]]
  ) throws(TemplateError) {
    for node in nodes {
      switch node {
      case .section(_, let inner), .invertedSection(_, let inner): try parsePartials(in: inner, into: &partials)
      case .partial(let name, _):
        guard partials[name.text] == nil, let source = partial(name.text) else { continue }
        let parsed = try parse(source)
        partials[name.text] = parsed
        try parsePartials(in: parsed, into: &partials)
      case .text, .lineStart, .variable: break
      }
    }
  }

  func parse(_ source: TemplateSource) throws(TemplateError) -> [TemplateNode] {
    if source.isUnclosed {
      throw source.error(
        "the lines above the template are never closed; write --- on a line of its own below them", line: 1)
    }
    do {
      return try TemplateParser.parse(source.text)
    } catch {
      throw source.error(error.problem, line: error.line, column: error.column)
    }
  }
}
