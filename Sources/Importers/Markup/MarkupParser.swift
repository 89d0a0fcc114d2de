internal import CXML
import Timeline

/// Parses HTML and XML with libxml2, offline: no network, no external entities, no unbounded documents.
///
/// libxml2's own bounds stay on (nesting 256 deep, ten million bytes of text, limits on entities): `HUGE` is never set,
/// and neither are `NOENT` and `DTDLOAD`. What a broken document still holds is kept.
@safe enum MarkupParser {
  /// A document, and whether the parser gave up before its end.
  struct Result {
    var root: MarkupElement?
    var isCutShort: Bool
    /// Where it gave up, or the first place that is not well formed.
    var problem: (line: Int, message: String)?
  }

  /// Sets the library up once: when two threads do it at the same time, libxml2 2.9 leaves a lock behind for ever.
  private static let isReady: Void = xmlInitParser()

  /// The parser's answer to nesting and sizes beyond its bounds (`xmlParserErrors` of libxml2 2.9).
  private static let givesUp: Set<Int32> = [
    Int32(bitPattern: XML_ERR_INTERNAL_ERROR.rawValue), Int32(bitPattern: XML_ERR_ENTITY_LOOP.rawValue),
    Int32(bitPattern: XML_ERR_DOCUMENT_EMPTY.rawValue), Int32(bitPattern: XML_ERR_NO_MEMORY.rawValue),
  ]

  /// Parses HTML; everything is HTML, so there is a root unless there is nothing at all.
  ///
  /// The text is taken for UTF-8, or for what the page says of itself where it is not.
  static func html(_ bytes: [UInt8]) -> Result {
    guard !bytes.isEmpty, bytes.count <= Int(Int32.max) else { return Result(root: nil, isCutShort: false) }
    let isUTF8 = String(validating: bytes, as: UTF8.self) != nil
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue
    _ = isReady
    guard let context = unsafe htmlNewParserCtxt() else { return Result(root: nil, isCutShort: true) }
    defer { unsafe htmlFreeParserCtxt(context) }
    let document = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe buffer.withMemoryRebound(to: CChar.self) { text in
        unsafe htmlCtxtReadMemory(
          context, text.baseAddress, Int32(text.count), nil, isUTF8 ? "UTF-8" : nil, Int32(bitPattern: options))
      }
    }
    return unsafe result(of: document, context)
  }

  /// Parses XML, as well as it can where the document is not well formed.
  static func xml(_ bytes: [UInt8]) -> Result {
    guard !bytes.isEmpty, bytes.count <= Int(Int32.max) else { return Result(root: nil, isCutShort: false) }
    let options =
      XML_PARSE_RECOVER.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
      | XML_PARSE_NONET.rawValue | XML_PARSE_NOCDATA.rawValue | XML_PARSE_BIG_LINES.rawValue
    _ = isReady
    guard let context = unsafe xmlNewParserCtxt() else { return Result(root: nil, isCutShort: true) }
    defer { unsafe xmlFreeParserCtxt(context) }
    let document = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe buffer.withMemoryRebound(to: CChar.self) { text in
        unsafe xmlCtxtReadMemory(
          context, text.baseAddress, Int32(text.count), nil, nil, Int32(bitPattern: options))
      }
    }
    return unsafe result(of: document, context)
  }

  private static func result(of document: xmlDocPtr?, _ context: xmlParserCtxtPtr) -> Result {
    defer { unsafe xmlFreeDoc(document) }
    var problem: (line: Int, message: String)?
    var isCutShort = false
    if let error = unsafe xmlCtxtGetLastError(context) {
      let message = unsafe error.pointee.message.map { unsafe String(cString: $0) } ?? ""
      problem = (Int(unsafe error.pointee.line), String(message.trimmingSpaces()))
      isCutShort = givesUp.contains(unsafe error.pointee.code)
    }
    let root = unsafe xmlDocGetRootElement(document).map { unsafe MarkupReader.element($0) }
    return Result(root: root, isCutShort: isCutShort, problem: problem)
  }
}
