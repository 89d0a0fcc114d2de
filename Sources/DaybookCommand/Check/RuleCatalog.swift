internal import Importers
internal import Timeline

/// Every rule that a finding can name: for `--explain`, for the settings and for reports.
enum RuleCatalog {
  /// In the order in which they are listed to people: timelines, imports, drafts, and the publication's other files.
  static let all: [RuleDescription] =
    TimelineRules.all.map { RuleDescription($0) } + ImportRule.descriptions + draftRules + fileRules

  static let names = all.map(\.name)

  private static let byName = Dictionary(all.map { ($0.name, $0) }) { first, _ in first }

  static func named(_ name: String) -> RuleDescription? { byName[name] }

  static let secretMissing = "secret-missing"
  static let secretOpen = "secret-open"

  private static let fileRules = [
    RuleDescription(
      "template", .error,
      """
      A template cannot be read, so no draft can be made with it. The place is that of the tag which is wrong; what
      templates may say stands in Templates/README.md.
      """, example: "{{#entries}} without {{/entries}}"),
    RuleDescription(
      "unreadable", .error,
      """
      A file that belongs to the publication is missing or cannot be read. Look at its name and at its rights.
      """, example: "Templates/newsletter.md.mustache: no such file"),
    RuleDescription(
      secretMissing, .warning,
      """
      The environment variable, file or credential that a webhook's or the proxy's secret comes from is not there, or is
      empty, where `check` runs: nothing can be sent to it from here. Where the service alone has it, switch this off
      with `check: {secret-missing: off}`.
      """, example: "secret: {env: DAYBOOK_DESK_SECRET}, and the variable is not set"),
    RuleDescription(
      secretOpen, .warning,
      """
      A file that a webhook's or the proxy's secret is read from may be read or written by others on this machine:
      whoever has the secret can sign messages in your name. `chmod 600` leaves it to its owner.
      """, example: "secret: {file: keys/desk.txt}, and the file's mode is 0644"),
  ]
}
