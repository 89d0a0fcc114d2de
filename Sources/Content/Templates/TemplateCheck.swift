/// Holds the tags of a template against an example of what it will see, so that no name is unknown.
struct TemplateCheck {
  let templates: TemplateSet

  /// Functions of swift-mustache that tell an item's place in its list.
  private static let functions: Set = ["first()", "last()", "index()", "even()", "odd()"]

  /// Checks a template and the partials that it includes.
  ///
  /// - Parameters:
  ///   - source: the template.
  ///   - example: a context in which every member is there and every list has an item.
  /// - Throws: ``TemplateError`` for the first name that is unknown.
  func run(_ source: TemplateSource, example: TemplateValue) throws(TemplateError) {
    try run(source, stack: [example], including: [])
  }

  private func run(_ source: TemplateSource, stack: [TemplateValue], including: [String]) throws(TemplateError) {
    var stack = stack
    for tag in TemplateTag.all(in: source.text) {
      switch tag.kind {
      case .variable: _ = try value(of: tag, in: stack, source)
      case .section: stack.append(inner(try value(of: tag, in: stack, source)))
      case .invertedSection:
        _ = try value(of: tag, in: stack, source)
        stack.append(.empty)
      case .end: stack.removeLast()
      case .partial: try include(tag, of: source, stack: stack, including: including)
      case .other: break
      }
    }
  }

  private func include(
    _ tag: TemplateTag, of source: TemplateSource, stack: [TemplateValue], including: [String]
  ) throws(TemplateError) {
    guard let partial = templates.partial(tag.name) else {
      let file = "Templates/partials/\(tag.name).mustache"
      throw source.error(
        "there is no partial \"\(tag.name)\"; it would be \(file)", line: tag.line, column: tag.column)
    }
    // A partial may include itself, for nested things: its names were checked the first time.
    guard !including.contains(tag.name) else { return }
    try run(partial, stack: stack, including: including + [tag.name])
  }

  /// What a section puts on top of the stack; of a list, everything that its items have.
  private func inner(_ value: TemplateValue) -> TemplateValue {
    guard case .list(let values) = value else { return value }
    var all: [String: TemplateValue] = [:]
    for case .object(let members) in values.map(\.resolved) {
      all.merge(members) { first, second in first.isEmpty ? second : first }
    }
    return all.isEmpty ? values.first ?? .empty : .object(all)
  }

  private func value(
    of tag: TemplateTag, in stack: [TemplateValue], _ source: TemplateSource
  ) throws(TemplateError) -> TemplateValue {
    if tag.name == "." { return stack.last ?? .empty }
    if Self.functions.contains(tag.name) { return .flag(true) }
    let names = tag.name.split(separator: ".").map(String.init)
    for scope in stack.reversed() {
      guard case .object(let members) = scope, let first = names.first, let found = members[first] else { continue }
      return try member(names.dropFirst(), of: found.resolved, tag, source)
    }
    throw unknown(tag.name, among: stack.flatMap(\.memberNames), tag, source)
  }

  private func member(
    _ names: ArraySlice<String>, of value: TemplateValue, _ tag: TemplateTag, _ source: TemplateSource
  ) throws(TemplateError) -> TemplateValue {
    var value = value
    for name in names {
      guard case .object(let members) = value, let found = members[name] else {
        throw unknown(tag.name, among: value.memberNames, tag, source)
      }
      value = found.resolved
    }
    return value
  }

  private func unknown(
    _ name: String, among known: [String], _ tag: TemplateTag, _ source: TemplateSource
  ) -> TemplateError {
    let names = Set(known).sorted().joined(separator: ", ")
    let hint = names.isEmpty ? "" : "; here are \(names)"
    return source.error("there is no variable \"\(name)\"\(hint)", line: tag.line, column: tag.column)
  }
}

extension TemplateValue {
  /// The names that an object has.
  fileprivate var memberNames: [String] {
    if case .object(let members) = self { Array(members.keys) } else { [] }
  }
}
