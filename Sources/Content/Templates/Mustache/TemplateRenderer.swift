/// Writes a parsed template over what it sees.
struct TemplateRenderer {
  let format: TemplateFormat
  /// The templates that are included, by name.
  let partials: [String: [TemplateNode]]
  /// What `{{name(variable)}}` makes of a text, by name.
  let functions: [String: @Sendable (String) -> String]

  private var written = ""
  private var stack: [Scope]
  private var place: Place?
  private var indentation = ""

  /// What names are looked up in, the innermost last.
  private struct Scope {
    var value: TemplateValue
    /// The name that the value was found under, so that `{{#story}}{{story}}{{/story}}` makes it once.
    var name: String?
  }

  /// Where an item stands in its list.
  private struct Place {
    var index: Int
    var isLast: Bool
  }

  /// - Parameters:
  ///   - format: what is made, which decides how values are escaped.
  ///   - stack: what names are looked up in, the innermost last.
  ///   - partials: the templates that are included, by name; one that is not there writes nothing.
  ///   - functions: what `{{name(variable)}}` makes of a text, by name.
  init(
    format: TemplateFormat, stack: [TemplateValue], partials: [String: [TemplateNode]],
    functions: [String: @Sendable (String) -> String] = [:]
  ) {
    self.format = format
    self.stack = stack.map { Scope(value: $0) }
    self.partials = partials
    self.functions = functions
    // As much as most posts have, and no more than an allocator has at hand.
    written.reserveCapacity(900)
  }

  /// The text that the pieces give.
  mutating func render(_ nodes: [TemplateNode]) -> String {
    write(nodes)
    return written
  }

  private mutating func write(_ nodes: [TemplateNode]) {
    for index in nodes.indices {
      switch nodes[index] {
      case .text(let text): written += text
      case .lineStart: if !indentation.isEmpty { written += indentation }
      case .variable(let name): write(value(of: name))
      case .section(let name, let inner):
        let isMember = name.functions.isEmpty && name.path.count == 1
        writeSection(value(of: name), inner, name: isMember ? name.path[0] : nil)
      case .invertedSection(let name, let inner): if !value(of: name).isThere { write(inner) }
      case .partial(let name, let indentation): writePartial(name, indentation)
      }
    }
  }

  private mutating func writePartial(_ name: TemplateName, _ indentation: String) {
    guard let nodes = partials[name.text] else { return }
    guard !indentation.isEmpty else { return write(nodes) }
    let outer = self.indentation
    self.indentation += indentation
    write(nodes)
    self.indentation = outer
  }

  private mutating func writeSection(_ value: TemplateValue, _ nodes: [TemplateNode], name: String?) {
    switch value {
    case .list(let items):
      let outer = place
      for (index, item) in items.enumerated() {
        place = Place(index: index, isLast: index == items.count - 1)
        stack.append(Scope(value: item.resolved))
        write(nodes)
        stack.removeLast()
      }
      place = outer
    case .flag(let isThere): if isThere { write(nodes) }
    case .empty: break
    default:
      stack.append(Scope(value: value, name: name))
      write(nodes)
      stack.removeLast()
    }
  }

  private mutating func write(_ value: TemplateValue) {
    switch value {
    case .text(let text): written += format.escaped(text: text, behind: written)
    case .markdown(let markdown): written += format.converted(markdown: markdown)
    case .html(let html): written += format.converted(html: html)
    case .number(let number): written += String(number)
    case .flag(let flag): written += String(flag)
    case .empty, .list, .members, .deferred: break
    }
  }

  // MARK: Names

  /// What a name stands for, made now where it was deferred; empty where there is nothing of the name.
  private func value(of name: TemplateName) -> TemplateValue {
    if name.functions.isEmpty { return found(name) }
    if name.isPlace { return placed(name.functions) }
    guard case .text(var text) = found(name) else { return .empty }
    for function in name.functions.reversed() {
      guard let apply = functions[function] else { return .empty }
      text = apply(text)
    }
    return .text(text)
  }

  private func found(_ name: TemplateName) -> TemplateValue {
    guard let first = name.path.first else { return stack.last?.value ?? .empty }
    for index in stack.indices.reversed() {
      guard case .members(let members) = stack[index].value else {
        if stack[index].name == first { return name.path.count == 1 ? stack[index].value : .empty }
        continue
      }
      guard let found = members[first] else { continue }
      return member(name.path.dropFirst(), of: found.resolved)
    }
    return .empty
  }

  private func member(_ path: ArraySlice<String>, of value: TemplateValue) -> TemplateValue {
    var value = value
    for name in path {
      guard case .members(let members) = value, let found = members[name] else { return .empty }
      value = found.resolved
    }
    return value
  }

  private func placed(_ functions: [String]) -> TemplateValue {
    guard let place else { return .empty }
    return switch functions.first {
    case "first": .flag(place.index == 0)
    case "last": .flag(place.isLast)
    case "index": .number(place.index)
    case "even": .flag(place.index.isMultiple(of: 2))
    case "odd": .flag(!place.index.isMultiple(of: 2))
    default: .empty
    }
  }
}

extension TemplateValue {
  /// Whether a section of this value is written.
  fileprivate var isThere: Bool {
    switch resolved {
    case .empty: false
    case .flag(let flag): flag
    case .list(let items): !items.isEmpty
    default: true
    }
  }
}
