internal import CCmark

/// Owns a tree of the cmark-gfm library and turns it into Swift values.
@safe struct CmarkDocument: ~Copyable {
  /// Blocks nested deeper than this become one paragraph of their text, so that hostile input cannot exhaust the stack.
  private static let deepest = 48

  private let root: OpaquePointer?

  /// Parses a text; `linksAddresses` says whether bare addresses such as `https://example.org` become links.
  init(_ markdown: String, linksAddresses: Bool = true) {
    cmark_gfm_core_extensions_ensure_registered()
    let parser = unsafe cmark_parser_new(CMARK_OPT_DEFAULT)
    defer { unsafe cmark_parser_free(parser) }
    for name in ["table", "strikethrough"] + (linksAddresses ? ["autolink"] : []) {
      if let found = unsafe cmark_find_syntax_extension(name) {
        unsafe cmark_parser_attach_syntax_extension(parser, found)
      }
    }
    var copy = markdown
    copy.withUTF8 { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { unsafe cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    }
    unsafe root = cmark_parser_finish(parser)
  }

  deinit {
    unsafe cmark_node_free(root)
  }

  func blocks() -> [MarkdownBlock] {
    unsafe Self.blocks(in: root, depth: 0)
  }
}

// MARK: - From C nodes to values

extension CmarkDocument {
  private typealias Node = OpaquePointer

  private static func children<Value>(of node: Node?, _ transform: (Node) -> Value?) -> [Value] {
    var values: [Value] = []
    var child = unsafe cmark_node_first_child(node)
    while let current = unsafe child {
      if let value = unsafe transform(current) { values.append(value) }
      unsafe child = cmark_node_next(current)
    }
    return values
  }

  private static func string(_ pointer: UnsafePointer<CChar>?) -> String {
    unsafe pointer.map { unsafe String(cString: $0) } ?? ""
  }

  private static func blocks(in node: Node?, depth: Int) -> [MarkdownBlock] {
    unsafe children(of: node) { unsafe block(from: $0, depth: depth) }
  }

  private static func block(from node: Node, depth: Int) -> MarkdownBlock? {
    if depth > deepest { return .paragraph([.text(unsafe flatText(of: node))]) }
    switch unsafe cmark_node_get_type(node) {
    case CMARK_NODE_PARAGRAPH: return .paragraph(unsafe inlines(in: node, depth: depth))
    case CMARK_NODE_HEADING:
      return .heading(level: Int(unsafe cmark_node_get_heading_level(node)), unsafe inlines(in: node, depth: depth))
    case CMARK_NODE_BLOCK_QUOTE: return .blockquote(unsafe blocks(in: node, depth: depth + 1))
    case CMARK_NODE_LIST:
      let isOrdered = unsafe cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
      return .list(
        start: isOrdered ? Int(unsafe cmark_node_get_list_start(node)) : nil,
        isTight: unsafe cmark_node_get_list_tight(node) == 1,
        items: unsafe children(of: node) { unsafe blocks(in: $0, depth: depth + 1) })
    case CMARK_NODE_CODE_BLOCK:
      return .code(
        info: unsafe string(cmark_node_get_fence_info(node)), text: unsafe string(cmark_node_get_literal(node)))
    case CMARK_NODE_HTML_BLOCK: return .html(unsafe string(cmark_node_get_literal(node)))
    case CMARK_NODE_THEMATIC_BREAK: return .thematicBreak
    default:
      guard unsafe string(cmark_node_get_type_string(node)) == "table" else { return nil }
      return .table(
        unsafe children(of: node) { row in
          unsafe children(of: row) { unsafe inlines(in: $0, depth: depth) }
        })
    }
  }

  private static func inlines(in node: Node, depth: Int) -> [MarkdownInline] {
    unsafe children(of: node) { unsafe inline(from: $0, depth: depth + 1) }
  }

  private static func inline(from node: Node, depth: Int) -> MarkdownInline? {
    if depth > deepest { return .text(unsafe flatText(of: node)) }
    switch unsafe cmark_node_get_type(node) {
    case CMARK_NODE_TEXT: return .text(unsafe string(cmark_node_get_literal(node)))
    case CMARK_NODE_SOFTBREAK: return .softBreak
    case CMARK_NODE_LINEBREAK: return .lineBreak
    case CMARK_NODE_CODE: return .code(unsafe string(cmark_node_get_literal(node)))
    case CMARK_NODE_HTML_INLINE: return .html(unsafe string(cmark_node_get_literal(node)))
    case CMARK_NODE_EMPH: return .emphasis(unsafe inlines(in: node, depth: depth))
    case CMARK_NODE_STRONG: return .strong(unsafe inlines(in: node, depth: depth))
    case CMARK_NODE_LINK:
      return .link(
        url: unsafe string(cmark_node_get_url(node)), title: unsafe string(cmark_node_get_title(node)),
        unsafe inlines(in: node, depth: depth))
    case CMARK_NODE_IMAGE:
      return .image(
        url: unsafe string(cmark_node_get_url(node)), title: unsafe string(cmark_node_get_title(node)),
        alt: unsafe flatText(of: node))
    default:
      let isStruck = unsafe string(cmark_node_get_type_string(node)) == "strikethrough"
      return isStruck ? .strikethrough(unsafe inlines(in: node, depth: depth)) : nil
    }
  }

  /// All the text below a node, gathered without recursion.
  private static func flatText(of node: Node) -> String {
    let iterator = unsafe cmark_iter_new(node)
    defer { unsafe cmark_iter_free(iterator) }
    var text = ""
    while true {
      let event = unsafe cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return text }
      guard event == CMARK_EVENT_ENTER, let current = unsafe cmark_iter_get_node(iterator) else { continue }
      switch unsafe cmark_node_get_type(current) {
      case CMARK_NODE_TEXT, CMARK_NODE_CODE, CMARK_NODE_CODE_BLOCK:
        text += unsafe string(cmark_node_get_literal(current))
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: text += " "
      default: break
      }
    }
  }
}
