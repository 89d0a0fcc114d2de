internal import CXML

/// Copies the nodes of libxml2 into values.
@safe enum MarkupReader {
  /// Deeper than libxml2's own bound of 256, so that the recursion below is bounded too.
  private static let deepest = 300
  /// The longest replacement of an entity that a document declares for itself.
  private static let longestEntity = 1_000

  static func element(_ node: UnsafeMutablePointer<xmlNode>, depth: Int = 0) -> MarkupElement {
    let namespace = unsafe node.pointee.ns
    let (prefix, name) = unsafe split(string(node.pointee.name))
    var element = MarkupElement(name: name, prefix: prefix, line: Int(unsafe xmlGetLineNo(node)))
    if let namespace = unsafe namespace {
      element.namespace = unsafe namespace.pointee.href.map { unsafe string($0) }
      element.prefix = unsafe namespace.pointee.prefix.map { unsafe string($0) }
    }
    unsafe element.attributes = attributes(of: node)
    guard depth < deepest else { return element }
    var child = unsafe node.pointee.children
    while let current = unsafe child {
      unsafe append(current, to: &element, depth: depth)
      unsafe child = current.pointee.next
    }
    return element
  }

  private static func append(_ node: UnsafeMutablePointer<xmlNode>, to element: inout MarkupElement, depth: Int) {
    switch unsafe node.pointee.type {
    case XML_ELEMENT_NODE:
      element.children.append(.element(unsafe Self.element(node, depth: depth + 1)))
    case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
      guard let content = unsafe node.pointee.content else { return }
      let text = unsafe string(content)
      if case .text(let before)? = element.children.last {
        element.children[element.children.count - 1] = .text(before + text)
      } else {
        element.children.append(.text(text))
      }
    case XML_ENTITY_REF_NODE:
      element.children.append(.text(unsafe entity(node)))
    default: break
    }
  }

  /// An entity of HTML that XML does not know, or one that the document declares; it is replaced once and never again.
  private static func entity(_ node: UnsafeMutablePointer<xmlNode>) -> String {
    let name = unsafe string(node.pointee.name)
    if let scalar = htmlEntity(name) { return String(Character(scalar)) }
    let text = unsafe node.pointee.content.map { unsafe string($0) } ?? ""
    return text.utf8.count <= longestEntity && !text.contains("&") && !text.isEmpty ? text : "&\(name);"
  }

  /// The character that HTML knows by this name.
  static func htmlEntity(_ name: String) -> Unicode.Scalar? {
    unsafe name.withCString { text in
      unsafe text.withMemoryRebound(to: xmlChar.self, capacity: name.utf8.count + 1) { bytes in
        unsafe htmlEntityLookup(bytes).flatMap { unsafe Unicode.Scalar($0.pointee.value) }
      }
    }
  }

  private static func attributes(of node: UnsafeMutablePointer<xmlNode>) -> [String: String] {
    var attributes: [String: String] = [:]
    var attribute = unsafe node.pointee.properties
    while let current = unsafe attribute {
      let (_, name) = unsafe split(string(current.pointee.name))
      if let value = unsafe xmlNodeListGetString(node.pointee.doc, current.pointee.children, 1) {
        attributes[name] = unsafe string(value)
        unsafe daybook_xml_free(value)
      } else {
        attributes[name] = ""
      }
      unsafe attribute = current.pointee.next
    }
    return attributes
  }

  private static func split(_ name: String) -> (prefix: String?, name: String) {
    guard let colon = name.firstIndex(of: ":") else { return (nil, name) }
    return (String(name[..<colon]), String(name[name.index(after: colon)...]))
  }

  private static func string(_ text: UnsafePointer<xmlChar>) -> String {
    unsafe String(cString: text)
  }
}
