/// One key of `daybook.yaml`: what it may hold, and what it means.
struct SettingsKey: Sendable {
  let name: String
  let shape: SettingsShape
  /// What it means, in a sentence or two, as Markdown.
  let summary: String
  /// What holds where the key is left out, as it would be written; nil for nothing.
  let usual: String?
  /// Whether the mapping around it means nothing without it.
  let isRequired: Bool

  init(_ name: String, _ shape: SettingsShape, _ summary: String, usual: String? = nil, isRequired: Bool = false) {
    self.name = name
    self.shape = shape
    self.summary = summary
    self.usual = usual
    self.isRequired = isRequired
  }
}

extension [SettingsKey] {
  var names: [String] { map(\.name) }
}
