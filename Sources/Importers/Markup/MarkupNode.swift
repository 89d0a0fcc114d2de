/// A node of a parsed HTML or XML document, as a value; nesting is bounded by the parser.
enum MarkupNode: Hashable {
  case element(MarkupElement)
  case text(String)
}

/// An element of a parsed HTML or XML document.
struct MarkupElement: Hashable {
  /// The name without a prefix; lower case in HTML.
  var name: String
  /// The address of the namespace; nil in HTML, and where the document declares none.
  var namespace: String?
  /// The prefix as written, for documents that do not declare what it stands for.
  var prefix: String?
  var attributes: [String: String] = [:]
  var children: [MarkupNode] = []
  /// The line of the source that the element begins at.
  var line: Int

  /// The child elements.
  var elements: [MarkupElement] {
    children.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// The text of the element and of all within it.
  var text: String {
    var text = ""
    for child in children {
      switch child {
      case .text(let part): text += part
      case .element(let element): text += element.text
      }
    }
    return text
  }

  /// The first element with this name, at any depth.
  func first(_ name: String) -> MarkupElement? {
    for element in elements {
      if element.name == name { return element }
      if let found = element.first(name) { return found }
    }
    return nil
  }
}
