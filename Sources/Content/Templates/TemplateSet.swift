internal import Mustache
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

  /// The built-in templates, from the path below `Templates/` to the text: what a new publication may start from.
  package static var builtIn: [String: String] { EmbeddedTemplates.files }

  /// The texts of all templates: what they say beside their variables is theirs.
  var allTexts: [String] { sources.values.map { $0.text + ($0.yaml ?? "") } }

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
    var library = MustacheLibrary()
    let template = try parse(source)
    try parsePartials(of: source, into: &library)
    try TemplateCheck(templates: self).run(source, example: .object(example))
    return Template(
      name: source.name, format: TemplateFormat(ofTemplate: source.name), template: template, library: library)
  }

  private func parsePartials(of source: TemplateSource, into library: inout MustacheLibrary) throws(TemplateError) {
    for tag in TemplateTag.all(in: source.text) where tag.kind == .partial {
      guard library.getTemplate(named: tag.name) == nil, let partial = partial(tag.name) else { continue }
      library.register(try parse(partial), named: tag.name)
      try parsePartials(of: partial, into: &library)
    }
  }

  /// Parses a text; values come escaped already (``TemplateScope``), so the library must not escape them again.
  private func parse(_ source: TemplateSource) throws(TemplateError) -> MustacheTemplate {
    do {
      return try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}\n" + source.text)
    } catch let error as MustacheTemplate.ParserError {
      let line = max(1, error.context.lineNumber - 1)
      throw source.error(Self.sentence(for: error.error), line: line, column: error.context.columnNumber)
    } catch {
      throw source.error("this is not a Mustache template: \(error)", line: 1)
    }
  }

  private static func sentence(for error: any Error) -> String {
    switch error as? MustacheTemplate.Error {
    case .sectionCloseNameIncorrect: "this tag closes another section than the one that is open"
    case .unfinishedName: "this tag does not end in }}, or its name has a character that no name has"
    case .expectedSectionEnd: "a section is opened and never closed"
    case .invalidSetDelimiter: "new marks are written {{=<% %>=}}"
    case .unrecognisedConfigVariable, .invalidConfigVariableSyntax: "there is no such setting of a template"
    default: "this is not a Mustache template"
    }
  }
}
