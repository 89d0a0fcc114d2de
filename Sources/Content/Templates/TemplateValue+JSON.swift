extension TemplateValue {
  /// The value as JSON with sorted keys, two spaces a level: what `daybook context` prints.
  package var json: String { json(indent: "") }

  private func json(indent: String) -> String {
    let inner = indent + "  "
    switch self {
    case .empty: return "null"
    case .text(let text), .markdown(let text), .html(let text): return "\"\(JSONText.escaped(text))\""
    case .number(let number): return String(number)
    case .flag(let flag): return flag ? "true" : "false"
    case .deferred(let make): return make().json(indent: indent)
    case .list(let values):
      let items = values.map { inner + $0.json(indent: inner) }
      return items.isEmpty ? "[]" : "[\n\(items.joined(separator: ",\n"))\n\(indent)]"
    case .members(let members):
      let items = members.names.compactMap { name in
        members[name].map { "\(inner)\"\(JSONText.escaped(name))\": \($0.json(indent: inner))" }
      }
      return items.isEmpty ? "{}" : "{\n\(items.joined(separator: ",\n"))\n\(indent)}"
    }
  }
}
