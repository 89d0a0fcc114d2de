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
    let plain = text.utf8.allSatisfy { $0 >= 0x20 && !#"\`*_<>&~|"#.utf8.contains($0) }
    guard plain, let altEnd = text.firstIndex(of: "]") else { return nil }
    let alt = text[text.index(text.startIndex, offsetBy: 2)..<altEnd]
    let target = text[altEnd...].dropFirst()
    guard !alt.contains("["), target.first == "(" else { return nil }
    let inside = target.dropFirst().dropLast()
    guard !inside.contains("("), !inside.contains(")") else { return nil }
    let path = inside.prefix { $0 != " " }
    let rest = inside[path.endIndex...].trimmingSpaces()
    guard !path.isEmpty else { return rest.isEmpty ? Picture(path: "", alt: String(alt)) : nil }
    if rest.isEmpty { return Picture(path: String(path), alt: String(alt)) }
    let credit = rest.dropFirst().dropLast()
    guard rest.count > 1, rest.first == "\"", rest.last == "\"", !credit.contains("\"") else { return nil }
    return picture(path: String(path), alt: String(alt), credit: String(credit))
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
