/// One tag of a webhook's template, as far as it must be looked at before the engine reads it.
struct PayloadTag {
  /// The line that it begins on, from 1.
  let line: Int
  /// What stands between the braces, without space around it.
  let content: String

  /// The tags of a text, in order; a comment is none.
  static func all(in text: String) -> [PayloadTag] {
    var tags: [PayloadTag] = []
    var rest = text[...]
    var line = 1
    while let open = rest.firstRange(of: "{{") {
      line += rest[..<open.lowerBound].utf8.count { $0 == UInt8(ascii: "\n") }
      let inside = rest[open.upperBound...]
      let end = inside.firstRange(of: "}}")?.lowerBound ?? inside.endIndex
      let content = inside[..<end].split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if content.first != "!" { tags.append(PayloadTag(line: line, content: content)) }
      line += inside[..<end].utf8.count { $0 == UInt8(ascii: "\n") }
      rest = inside[end...].dropFirst(2)
    }
    return tags
  }

  /// Why this tag may not stand in a webhook's template, as a sentence for people; nil where it may.
  var objection: String? {
    switch content.first {
    case "{", "&": return "{{\(content)}} puts text in without escaping it; write {{name}}"
    case "=": return "{{\(content)}} changes the delimiters, which a webhook's template may not"
    case "%": return "{{\(content)}} sets a content type; a webhook's template is always JSON"
    case ">", "<", "$": return "{{\(content)}} calls another template, which a webhook's template may not"
    case "#", "^", "/": return Self.objection(to: content.dropFirst().drop(while: { $0 == " " }))
    default: return Self.objection(to: content[...])
    }
  }

  private static func objection(to name: Substring) -> String? {
    let parts = name.split(separator: "(", omittingEmptySubsequences: false)
    let variable = parts.last.map { $0.prefix { $0 != ")" } } ?? ""
    for function in parts.dropLast() where !functions.contains(String(function)) {
      return "there is no function \(function)(); known: \(functions.sorted().joined(separator: ", "))"
    }
    // Functions of the place in a list have no variable.
    if variable.isEmpty, parts.count > 1 { return nil }
    let isKnown = variable == "." || variable.hasPrefix("options.") || PayloadContext.names.contains(String(variable))
    return isKnown
      ? nil
      : "there is no variable \(variable); known: \(PayloadContext.names.sorted().joined(separator: ", ")), options.NAME"
  }

  private static let functions: Set = [
    "slack", "slackMarkdown", "goTemplate", "linkedIn", "htmlCard", "htmlBody", "first", "last", "index", "even", "odd",
  ]
}
