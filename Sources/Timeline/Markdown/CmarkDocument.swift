internal import CCmark
internal import Synchronization

/// Owns a tree of the cmark-gfm library and turns it into Swift values.
@safe struct CmarkDocument: ~Copyable {
  /// Blocks nested deeper than this become one paragraph of their text, so that hostile input cannot exhaust the stack.
  private static let deepest = 48

  private let root: OpaquePointer?

  /// Taken while inlines are parsed with extensions that have marks of their own.
  ///
  /// Up to 0.29.0.gfm.6 (Debian 12) cmark-gfm keeps these marks in one table for the whole process and changes it at the
  /// beginning and the end of every parse (`cmark_manage_extensions_special_characters` in `inlines.c`), so that two
  /// threads would take marks away from each other.
  private static let markTable = Mutex<Void>(())

  /// Registers the extensions once: the library's own guard is no guard against threads.
  private static let registration: Void = cmark_gfm_core_extensions_ensure_registered()

  /// Parses a text; `linksAddresses` says whether bare addresses such as `https://example.org` become links.
  init(_ markdown: String, linksAddresses: Bool = true) {
    _ = Self.registration
    let marks = ExtensionMarks(in: markdown)
    var names: [String] = marks.hasBar ? ["table"] : []
    if marks.hasTilde { names.append("strikethrough") }
    let tree = unsafe Self.tree(of: markdown, extensions: names)
    // Most addresses stand in links already; only one that is left in the running text needs another parse.
    if linksAddresses, marks.mayHaveAddress, unsafe Self.hasAddressInText(tree) {
      unsafe cmark_node_free(tree)
      unsafe root = Self.tree(of: markdown, extensions: names + ["autolink"])
    } else {
      unsafe root = tree
    }
  }

  private static func tree(of markdown: String, extensions names: [String]) -> OpaquePointer? {
    let parser = unsafe cmark_parser_new(CMARK_OPT_DEFAULT)
    defer { unsafe cmark_parser_free(parser) }
    for name in names {
      if let found = unsafe cmark_find_syntax_extension(name) {
        unsafe cmark_parser_attach_syntax_extension(parser, found)
      }
    }
    var copy = markdown
    copy.withUTF8 { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { unsafe cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    }
    if names.isEmpty || names == ["table"] { return unsafe cmark_parser_finish(parser) }
    let address = UInt(bitPattern: parser)
    let tree = markTable.withLock { _ in
      unsafe UInt(bitPattern: cmark_parser_finish(OpaquePointer(bitPattern: address)))
    }
    return unsafe OpaquePointer(bitPattern: tree)
  }

  /// Whether what may be a bare address stands in the running text.
  private static func hasAddressInText(_ tree: OpaquePointer?) -> Bool {
    let iterator = unsafe cmark_iter_new(tree)
    defer { unsafe cmark_iter_free(iterator) }
    var marks = AddressMarks()
    while true {
      let event = unsafe cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return false }
      guard event == CMARK_EVENT_ENTER, let node = unsafe cmark_iter_get_node(iterator) else { continue }
      guard unsafe cmark_node_get_type(node) == CMARK_NODE_TEXT, let text = unsafe cmark_node_get_literal(node) else {
        marks = AddressMarks()
        continue
      }
      var length = 0
      while unsafe text[length] != 0 {
        marks.read(UInt8(bitPattern: unsafe text[length]))
        length += 1
      }
      if marks.areThere { return true }
    }
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

/// Finds the bytes without which there is no bare address: `//`, `w.` or `@`.
private struct AddressMarks {
  private(set) var areThere = false
  private var previous: UInt8 = 0

  mutating func read(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "@"): areThere = true
    case UInt8(ascii: "/") where previous == byte: areThere = true
    case UInt8(ascii: ".") where previous | 0x20 == UInt8(ascii: "w"): areThere = true
    default: break
    }
    previous = byte
  }
}

/// Which extensions a text can need at all; most paragraphs need none, and their parses need not wait for each other.
private struct ExtensionMarks {
  var hasBar = false
  var hasTilde = false
  var mayHaveAddress = false

  init(in text: String) {
    let bytes = text.utf8Span.span
    var address = AddressMarks()
    for index in bytes.indices {
      let byte = bytes[index]
      if byte == UInt8(ascii: "|") { hasBar = true }
      if byte == UInt8(ascii: "~") { hasTilde = true }
      address.read(byte)
    }
    mayHaveAddress = address.areThere
  }
}
