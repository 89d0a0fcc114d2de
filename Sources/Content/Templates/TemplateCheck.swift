/// Holds the tags of a template against an example of what it will see, so that no name is unknown.
struct TemplateCheck {
  let templates: TemplateSet

  /// Functions that tell an item's place in its list.
  private static let functions: Set = ["first()", "last()", "index()", "even()", "odd()"]

  /// Checks a template and the partials that it includes.
  ///
  /// - Parameters:
  ///   - nodes: the parsed template.
  ///   - source: where it comes from.
  ///   - example: a context in which every member is there and every list has an item.
  /// - Throws: ``TemplateError`` for the first name that is unknown, and for a template that includes itself.
  func run(_ nodes: [TemplateNode], of source: TemplateSource, example: TemplateValue) throws(TemplateError) {
    try run(nodes, of: source, stack: [example], including: [source.name])
  }

  private func run(
    _ nodes: [TemplateNode], of source: TemplateSource, stack: [TemplateValue], including: [String]
  ) throws(TemplateError) {
    for node in nodes {
      switch node {
      case .text, .lineStart: break
      case .variable(let name): _ = try value(of: name, in: stack, source)
      case .section(let name, let nodes):
        let inner = inner(try value(of: name, in: stack, source))
        try run(nodes, of: source, stack: stack + [inner], including: including)
      case .invertedSection(let name, let nodes):
        _ = try value(of: name, in: stack, source)
        try run(nodes, of: source, stack: stack, including: including)
      case .partial(let name, _): try include(name, of: source, stack: stack, including: including)
      }
    }
  }

  private func include(
    _ name: TemplateName, of source: TemplateSource, stack: [TemplateValue], including: [String]
  ) throws(TemplateError) {
    guard let partial = templates.partial(name.text) else {
      let file = "Templates/partials/\(name.text).mustache"
      throw source.error(
        "there is no partial \"\(name.text)\"; it would be \(file)", line: name.line, column: name.column)
    }
    // Mustache would allow it for things within things; there are none here, so that it would never end.
    guard !including.contains(partial.name) else {
      throw source.error(
        "\"\(name.text)\" includes itself here, which would never end; take this tag out", line: name.line,
        column: name.column)
    }
    try run(templates.parse(partial), of: partial, stack: stack, including: including + [partial.name])
  }

  /// What a section puts on top of the stack; of a list, everything that its items have.
  private func inner(_ value: TemplateValue) -> TemplateValue {
    guard case .list(let values) = value else { return value }
    var all: [String: TemplateValue] = [:]
    for case .members(let members) in values.map(\.resolved) {
      all.merge(members.all) { first, second in first.isEmpty ? second : first }
    }
    return all.isEmpty ? values.first ?? .empty : .object(all)
  }

  private func value(
    of name: TemplateName, in stack: [TemplateValue], _ source: TemplateSource
  ) throws(TemplateError) -> TemplateValue {
    if name.text == "." { return stack.last ?? .empty }
    if Self.functions.contains(name.text) { return .flag(true) }
    guard name.functions.isEmpty, let first = name.path.first else {
      throw unknown(name, among: stack.flatMap(\.memberNames), source)
    }
    for scope in stack.reversed() {
      guard case .members(let members) = scope, let found = members[first] else { continue }
      return try member(name.path.dropFirst(), of: found.resolved, name, source)
    }
    throw unknown(name, among: stack.flatMap(\.memberNames), source)
  }

  private func member(
    _ path: ArraySlice<String>, of value: TemplateValue, _ name: TemplateName, _ source: TemplateSource
  ) throws(TemplateError) -> TemplateValue {
    var value = value
    for part in path {
      guard case .members(let members) = value, let found = members[part] else {
        throw unknown(name, among: value.memberNames, source)
      }
      value = found.resolved
    }
    return value
  }

  private func unknown(_ name: TemplateName, among known: [String], _ source: TemplateSource) -> TemplateError {
    let names = Set(known).sorted().joined(separator: ", ")
    let hint = names.isEmpty ? "" : "; here are \(names)"
    return source.error("there is no variable \"\(name.text)\"\(hint)", line: name.line, column: name.column)
  }
}

extension TemplateValue {
  /// The names that an object has.
  fileprivate var memberNames: [String] {
    if case .members(let members) = self { members.names } else { [] }
  }
}
