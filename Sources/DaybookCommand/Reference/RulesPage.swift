internal import Timeline

/// The page that explains every rule of `daybook check` and of imports.
enum RulesPage {
  static var text: String {
    var page = """
      # Check rules

      What `daybook check` and `daybook import` tell an editor, rule by rule, each with something that it reports.

      ## Overview

      The severity of a rule is set in `daybook.yaml`, as in `check: {missing-credit: off}`; a comment
      `<!-- daybook:ignore RULE -->` in a timeline leaves one place out. `daybook check --explain RULE` shows these
      texts on the command line.

      """
    for rule in RuleCatalog.all {
      page += "\n### \(rule.name)\n\nSeverity: \(rule.severity.name). \(plain(rule.explanation))\n\n"
      page += "```\n\(rule.example)\n```\n"
    }
    return page
  }

  /// The text with its Markdown shown and not meant, but for `code`.
  private static func plain(_ text: String) -> String {
    text.split(separator: "`", omittingEmptySubsequences: false).enumerated().map { index, part in
      let part = String(part)
      return index.isMultiple(of: 2) ? part.replacing("[", with: #"\["#).replacing("<", with: #"\<"#) : part
    }.joined(separator: "`")
  }
}
