/// Escapes that services ask for in texts, before JSON's own.
enum TextEscapes {
  /// Slack's three control characters (api.slack.com, "Formatting text for app surfaces", 2026-11).
  static func slack(_ text: String) -> String {
    replacing(text) { byte in
      switch byte {
      case UInt8(ascii: "&"): "&amp;"
      case UInt8(ascii: "<"): "&lt;"
      case UInt8(ascii: ">"): "&gt;"
      default: nil
      }
    }
  }

  /// Slack's Markdown block: what opens a mention is escaped, and `>` goes on making block quotes.
  static func slackMarkdown(_ text: String) -> String {
    replacing(text) { byte in
      switch byte {
      case UInt8(ascii: "&"): "&amp;"
      case UInt8(ascii: "<"): "&lt;"
      default: nil
      }
    }
  }

  /// What stands in the body of an HTML document; all of a fragment.
  static func htmlBody(_ html: String) -> String {
    guard let open = html.firstRange(of: "<body"), let start = html[open.upperBound...].firstIndex(of: ">") else {
      return html
    }
    let rest = html[html.index(after: start)...]
    let end = rest.firstRange(of: "</body")?.lowerBound ?? rest.endIndex
    return rest[..<end].drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()
      .reduce(into: "") { $0.append($1) }
  }

  /// Listmonk reads its bodies as Go templates (`text/template`): a literal `{{` is written as an action.
  static func goTemplate(_ text: String) -> String {
    // An action that prints a brace, for each one: however many stand in a row, none opens an action of its own.
    guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
    var escaped = ""
    var run = 0
    for scalar in text.unicodeScalars {
      if scalar == "{" {
        run += 1
        continue
      }
      escaped += braces(run)
      run = 0
      escaped.unicodeScalars.append(scalar)
    }
    return escaped + braces(run)
  }

  private static func braces(_ count: Int) -> String {
    count < 2 ? String(repeating: "{", count: count) : "{{ `\(String(repeating: "{", count: count))` }}"
  }

  /// Ghost keeps HTML as it is between these comments (ghost.org/docs/admin-api, "source=html", 2026-11).
  static func htmlCard(_ html: String) -> String {
    "<!--kg-card-begin: html-->\n\(html)\n<!--kg-card-end: html-->"
  }

  private static func replacing(_ text: String, _ replacement: (UInt8) -> String?) -> String {
    var escaped: [UInt8] = []
    for byte in text.utf8 {
      if let other = replacement(byte) { escaped += other.utf8 } else { escaped.append(byte) }
    }
    return String(decoding: escaped, as: UTF8.self)
  }
}
