internal import Timeline

/// A template of posts: its full text, and shorter forms from the longest to the shortest.
struct PostTemplate {
  /// The full text first.
  let forms: [Template]

  /// Reads the template of a kind with the list `short:` of its front matter.
  ///
  /// - Parameters:
  ///   - kind: the kind, whose template is `posts/KIND`.
  ///   - channel: the channel, whose own file `posts/x/KIND` goes first.
  ///   - templates: all templates.
  ///   - example: a context that has every variable.
  /// - Throws: ``TemplateError`` for the front matter as for the texts.
  init(
    _ kind: PostKind, channel: String, templates: TemplateSet, example: [String: TemplateValue]
  ) throws(TemplateError) {
    let own = "posts/\(channel)/\(kind.rawValue)"
    let chosen = templates.source(own) == nil ? kind.template : own
    var forms = [try templates.template(chosen, example: example)]
    if let source = templates.source(chosen) {
      for form in try Self.shortForms(of: source) {
        forms.append(try templates.template(form, example: example))
      }
    }
    self.forms = forms
  }

  private static func shortForms(of source: TemplateSource) throws(TemplateError) -> [TemplateSource] {
    guard let yaml = source.yaml else { return [] }
    let fail = { (position: SourcePosition, problem: String) in
      TemplateError(file: source.file, position: position, problem: problem, line: "")
    }
    let value: YAMLValue
    do {
      value = try YAMLValue.read(yaml, firstLine: 2)
    } catch {
      throw fail(error.position, error.problem)
    }
    for member in value.members ?? [] where member.key != "short" {
      throw fail(member.keyPosition, "a template of posts knows the key short, and no \"\(member.key)\"")
    }
    guard let short = value["short"], short.content != .empty else { return [] }
    guard let list = short.list else { throw fail(short.position, "short must be a list of texts") }
    var forms: [TemplateSource] = []
    for item in list {
      guard let text = item.string else { throw fail(item.position, "a short form must be a text") }
      forms.append(
        TemplateSource(name: source.name, file: source.file, text: text, firstLine: item.position.line))
    }
    return forms
  }
}
