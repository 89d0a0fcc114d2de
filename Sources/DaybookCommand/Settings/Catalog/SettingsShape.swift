/// What the value of a key in `daybook.yaml` may be.
///
/// YAML has no types of its own here: every scalar is kept as it is written, so that a text may be a number too.
indirect enum SettingsShape: Sendable {
  case text
  /// A text of a form that an example shows, and that a regular expression of ECMA 262 accepts.
  case form(pattern: String, example: String)
  /// An IANA time zone.
  case timeZone
  case wholeNumber(least: Int)
  /// `true` or `false`.
  case flag
  /// `true`, `yes`, `on`, `false`, `no` or `off`.
  case switchWord
  case choice([String])
  /// A list; a single value counts as a list of one.
  case list(of: SettingsShape)
  /// A list that has to be written as one.
  case strictList(of: SettingsShape)
  case mapping([SettingsKey])
  /// Any names, each with a value of one shape; `named` says what the names are.
  case names(named: String, SettingsShape)
  /// One of several shapes.
  case either([SettingsShape])
}
