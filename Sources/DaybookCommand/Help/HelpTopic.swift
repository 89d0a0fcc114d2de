internal import Timeline

/// What `daybook help TOPIC` tells: sections of the guides, and pages that come out of the code.
struct HelpTopic {
  /// Where the text of a topic stands.
  enum Source {
    /// A section of a guide, by the guide's file and the section's heading.
    case section(String, String)
    /// A page of the reference.
    case page(() -> String)
  }

  let name: String
  let summary: String
  let sources: [Source]

  private init(_ name: String, _ summary: String, _ sources: Source...) {
    self.name = name
    self.summary = summary
    self.sources = sources
  }

  private static let editors = "EditorsGuide.md"
  private static let operators = "OperatorsGuide.md"

  /// In the order in which they are listed.
  static var all: [HelpTopic] {
    [
      HelpTopic("timeline", "how an entry is written", .section(editors, "Write an entry")),
      HelpTopic("dates", "the dates that a heading may begin with", .section(editors, "Dates")),
      HelpTopic("sources", "bringing in articles, tables, feeds", .section(editors, "Bring in what exists")),
      HelpTopic("rules", "what `check` finds", .section(editors, "See what is wrong"), .page { ruleList }),
      HelpTopic(
        "drafts", "what is made, and what becomes of your edits", .section(editors, "Make drafts"),
        .section(editors, "Edit, and run again")),
      HelpTopic("approval", "from draft to sent", .section(editors, "Approve and send")),
      HelpTopic("templates", "changing how things look", .section(editors, "Change how things look")),
      HelpTopic("schedules", "what is made when", .section(operators, "Schedules")),
      HelpTopic("webhooks", "where drafts go", .section(operators, "Webhooks")),
      HelpTopic("secrets", "keeping and changing them", .section(operators, "Secrets")),
      HelpTopic("delivery", "what accepted means, and retries", .section(operators, "What accepted means")),
      HelpTopic(
        "operation", "systemd, backup, upgrading, sizing", .section(operators, "Install"),
        .section(operators, "systemd"),
        .section(operators, "Backup and restore"), .section(operators, "Upgrading"), .section(operators, "Sizing")),
      HelpTopic("exit-codes", "what the codes mean", .section(operators, "Exit codes")),
      HelpTopic("settings", "every key of daybook.yaml", .page { SettingsPage.text }),
    ]
  }

  static func named(_ name: String) -> HelpTopic? { all.first { $0.name == name } }

  /// The text for a terminal; empty where a section is missing.
  var text: String {
    sources.map { source in
      switch source {
      case .section(let guide, let heading): Guide(guide).section(heading).map(TerminalText.render) ?? ""
      case .page(let page): TerminalText.render(page())
      }
    }.joined(separator: "\n\n")
  }

  /// The names and severities of the rules, as a table.
  private static var ruleList: String {
    "| rule | severity |\n|---|---|\n"
      + RuleCatalog.all.map { "| \($0.name) | \($0.severity.name) |" }.joined(separator: "\n")
  }

  /// The list of topics for the help of the program itself.
  static var list: String {
    all.map { $0.summary.hanging(after: "  " + $0.name.padded(to: 24)) }.joined(separator: "\n")
  }
}
