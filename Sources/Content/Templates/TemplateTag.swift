/// One `{{tag}}` of a template, with its place in the template's text.
struct TemplateTag: Hashable {
  enum Kind: Hashable {
    case variable, section, invertedSection, end, partial, other
  }

  var kind: Kind
  var name: String
  var line: Int
  var column: Int

  /// Reads the tags of a template that swift-mustache has parsed without complaint.
  static func all(in text: String) -> [TemplateTag] {
    var scanner = TagScanner(rest: text[...])
    var tags: [TemplateTag] = []
    while let tag = scanner.next() { tags.append(tag) }
    return tags
  }
}

/// Walks over a template from tag to tag; `{{=<% %>=}}` changes the marks as it goes.
private struct TagScanner {
  var rest: Substring
  var open = "{{"
  var close = "}}"
  var line = 1
  var column = 1

  mutating func next() -> TemplateTag? {
    guard let start = rest.firstRange(of: open) else { return nil }
    skip(to: start.lowerBound)
    let place = (line, column)
    skip(to: start.upperBound)
    let isTriple = rest.hasPrefix("{")
    guard let end = rest.firstRange(of: isTriple ? "}" + close : close) else { return nil }
    let inside = rest[..<end.lowerBound]
    skip(to: end.upperBound)
    return tag(inside, at: place, isTriple: isTriple)
  }

  private mutating func tag(_ inside: Substring, at place: (Int, Int), isTriple: Bool) -> TemplateTag {
    let sign = inside.first ?? " "
    let kind: TemplateTag.Kind =
      switch sign {
      case "#": .section
      case "^": .invertedSection
      case "/": .end
      case ">": .partial
      case "!", "=", "%", "<", "$": .other
      default: .variable
      }
    if sign == "=" {
      let marks = inside.split { $0 == " " || $0 == "=" }
      if marks.count == 2 { (open, close) = (String(marks[0]), String(marks[1])) }
    }
    let isNamed = kind == .variable && !isTriple && sign != "&"
    let name = (isNamed ? inside : inside.dropFirst()).split(whereSeparator: \.isWhitespace).first ?? ""
    return TemplateTag(kind: kind, name: String(name), line: place.0, column: place.1)
  }

  private mutating func skip(to end: Substring.Index) {
    for character in rest[..<end] {
      if character == "\n" {
        line += 1
        column = 1
      } else {
        column += 1
      }
    }
    rest = rest[end...]
  }
}
