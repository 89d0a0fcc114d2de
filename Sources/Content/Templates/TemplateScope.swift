internal import Mustache

/// A mapping as swift-mustache sees it: values are escaped when they are asked for, and only then.
struct TemplateScope: MustacheParent {
  let members: [String: TemplateValue]
  var common: [String: TemplateValue] = [:]
  let format: TemplateFormat

  // The library asks for `Any`: what a template may hold is open by its nature.
  func child(named name: String) -> Any? {
    (members[name] ?? common[name]).map { Self.rendered($0, as: format) }
  }

  static func rendered(_ value: TemplateValue, as format: TemplateFormat) -> Any {
    switch value {
    case .empty: EmptyValue()
    case .text(let text): format.escaped(text: text)
    case .markdown(let markdown): format.converted(markdown: markdown)
    case .html(let html): format.converted(html: html)
    case .number(let number): number
    case .flag(let flag): flag
    case .list(let values): values.map { rendered($0, as: format) }
    case .object(let members): TemplateScope(members: members, format: format)
    case .deferred(let make): rendered(make(), as: format)
    }
  }
}

/// Nothing: no text, and a section that is left out.
private struct EmptyValue: MustacheCustomRenderable {
  var renderText: String { "" }
  var isNull: Bool { true }
}
