/// What a template sees under a name.
///
/// Strings carry what they are, so that each kind of file escapes them in its own way: see ``TemplateFormat``.
package enum TemplateValue: Sendable {
  /// Nothing is known; a section of it is left out.
  case empty
  /// Words without any markup.
  case text(String)
  /// Markdown of a timeline.
  case markdown(String)
  /// HTML that Daybook made itself; an HTML file takes it as it is.
  case html(String)
  case number(Int)
  case flag(Bool)
  case list([TemplateValue])
  case members(TemplateMembers)
  /// A value that is made when a template asks for it; most templates ask for few of those that there are.
  case deferred(@Sendable () -> TemplateValue)

  /// An object whose members are at hand.
  package static func object(_ members: [String: TemplateValue]) -> TemplateValue {
    .members(TemplateMembers(members))
  }

  /// The value itself, made now where it was deferred.
  package var resolved: TemplateValue {
    if case .deferred(let make) = self { make().resolved } else { self }
  }

  var isEmpty: Bool {
    if case .empty = resolved { true } else { false }
  }

  /// A text, or ``empty`` for nil and for a text without anything in it.
  package static func text(ifAny text: String?) -> TemplateValue {
    guard let text, !text.isEmpty else { return .empty }
    return .text(text)
  }

  /// Markdown, or ``empty`` for nil and for a text without anything in it.
  package static func markdown(ifAny text: String?) -> TemplateValue {
    guard let text, !text.isEmpty else { return .empty }
    return .markdown(text)
  }
}
