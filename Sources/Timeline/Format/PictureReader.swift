/// Reads a paragraph that holds pictures alone.
enum PictureReader {
  /// The pictures of a paragraph; nil where it holds anything else.
  static func read(_ markdown: Substring) -> [Picture]? {
    let text = markdown.trimmingSpaces()
    guard text.hasPrefix("!["), text.utf8.last == UInt8(ascii: ")") else { return nil }
    if let picture = simple(text) { return [picture] }
    let blocks = MarkdownBlock.parse(String(text))
    guard blocks.count == 1, case .paragraph(let inlines)? = blocks.first else { return nil }
    var pictures: [Picture] = []
    for inline in inlines {
      switch inline {
      case .image(let url, let title, let alt): pictures.append(picture(path: url, alt: alt, credit: title))
      case .softBreak, .lineBreak: continue
      case .text(let text) where text.trimmingSpaces().isEmpty: continue
      default: return nil
      }
    }
    return pictures.isEmpty ? nil : pictures
  }

  private static func picture(path: String, alt: String, credit: String) -> Picture {
    let credit = credit.split(whereSeparator: \.isNewline).joined(separator: " ").trimmingSpaces()
    return Picture(path: path, alt: alt, credit: credit.isEmpty ? nil : String(credit))
  }

  /// `![alt](path "credit")` without anything escaped, nested or quoted.
  private static func simple(_ text: Substring) -> Picture? {
    let bytes = text.utf8
    guard bytes.allSatisfy(isPlain), let altEnd = bytes.firstIndex(of: UInt8(ascii: "]")) else { return nil }
    let alt = text[bytes.index(bytes.startIndex, offsetBy: 2)..<altEnd]
    let target = text[altEnd...].utf8.dropFirst()
    guard !alt.utf8.contains(UInt8(ascii: "[")), target.first == UInt8(ascii: "(") else { return nil }
    let inside = target.dropFirst().dropLast()
    guard !inside.contains(where: { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ")") }) else { return nil }
    let path = Substring(inside.prefix { $0 != UInt8(ascii: " ") })
    let rest = Substring(inside[path.endIndex...]).trimmingSpaces()
    guard !path.isEmpty else { return rest.isEmpty ? Picture(path: "", alt: String(alt)) : nil }
    if rest.isEmpty { return Picture(path: String(path), alt: String(alt)) }
    let credit = Substring(rest.utf8.dropFirst().dropLast())
    guard rest.utf8.count > 1, rest.utf8.first == UInt8(ascii: "\""), rest.utf8.last == UInt8(ascii: "\""),
      !credit.utf8.contains(UInt8(ascii: "\""))
    else { return nil }
    let words = credit.trimmingSpaces()
    return Picture(path: String(path), alt: String(alt), credit: words.isEmpty ? nil : String(words))
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case ..<0x20, UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "<"),
      UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "~"), UInt8(ascii: "|"):
      false
    default: true
    }
  }

  /// Markdown that ``read(_:)`` takes for this picture.
  static func markdown(for picture: Picture) -> String {
    let alt = picture.alt.split(whereSeparator: \.isNewline).joined(separator: " ")
    let isPlainPath = picture.path.utf8.allSatisfy { $0 > 0x20 && !#"()<>\&"#.utf8.contains($0) }
    let path = isPlainPath ? picture.path : "<\(escaped(picture.path.filter { !$0.isNewline }, marks: "<>\\"))>"
    let credit = picture.credit.map { " \"\(escaped($0, marks: "\"\\"))\"" }
    let target = "](\(path)\(credit ?? ""))"
    let simple = "![\(alt)\(target)"
    return read(simple[...]) == [picture] ? simple : "![\(PlainMarkdown.escaped(alt))\(target)"
  }

  /// cmark takes entities before backslashes in targets and titles, so that an ampersand must be one.
  private static func escaped(_ text: String, marks: String) -> String {
    text.map { $0 == "&" ? "&amp;" : marks.contains($0) ? "\\\($0)" : String($0) }.joined()
  }
}
