import Timeline

/// What `daybook check` reports for a text, as `line:column rule`.
func report(
  _ text: String, only rule: String? = nil, settings: TimelineSettings = TimelineSettings(),
  pictureExists: (@Sendable (String) -> Bool)? = nil
) -> [String] {
  let context = RuleContext(settings: settings, pictureExists: pictureExists)
  return TimelineCheck.run(TimelineReader.read(text, settings: settings), context: context)
    .filter { rule == nil || $0.rule == rule }
    .map { "\($0.position.line):\($0.position.column) \($0.rule)" }
}

/// A text with an entry around it; the text begins in line 3.
func entry(_ body: String) -> String {
  "## 2024-08-04 — Heats {#heats}\n\n\(body)\n"
}
