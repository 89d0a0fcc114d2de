internal import Timeline

/// One mapping of the settings on its way to typed values: asks for keys by name and notes every problem.
struct SettingsSection {
  /// Where problems are gathered, so that a person sees all of them at once.
  final class Problems {
    var findings: [Finding] = []
    let file: String

    init(file: String) { self.file = file }

    func add(_ message: String, at position: SourcePosition, rule: String = "settings") {
      findings.append(Finding(file: file, position: position, severity: .error, rule: rule, message: message))
    }
  }

  /// The keys from the top, as in `webhooks.desk`.
  let path: String
  let value: YAMLValue
  let problems: Problems

  /// Takes `value` as a mapping whose keys are all `known`; nil `known` allows any key.
  init?(_ value: YAMLValue, path: String, known: [String]?, problems: Problems) {
    self.path = path
    self.value = value
    self.problems = problems
    if case .empty = value.content { return }
    guard let members = value.members else {
      problems.add("\(path) must hold `key: value` lines", at: value.position)
      return nil
    }
    guard let known else { return }
    for member in members where !known.contains(member.key) {
      let clause = Suggestion.clause(for: member.key, among: known)
      let place = path.isEmpty ? "" : " in \(path)"
      problems.add(
        "unknown key \"\(member.key)\"\(place)\(clause.isEmpty ? "; known: \(known.joined(separator: ", "))" : clause)",
        at: member.keyPosition, rule: "unknown-key")
    }
  }

  var members: [YAMLMember] { value.members ?? [] }

  func name(of key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  func string(_ key: String) -> String? {
    read(key, expected: "a text", \.string)
  }

  /// A whole number of at least `least`.
  func int(_ key: String, least: Int) -> Int? {
    read(key, expected: "a whole number of at least \(least)") { $0.int.flatMap { $0 >= least ? $0 : nil } }
  }

  func bool(_ key: String) -> Bool? {
    read(key, expected: "true or false", \.bool)
  }

  func strings(_ key: String) -> [String]? {
    read(key, expected: "a list of texts", \.strings)
  }

  /// One of the words of an enumeration.
  func choice<Value: RawRepresentable & CaseIterable>(_ key: String, of type: Value.Type) -> Value?
  where Value.RawValue == String {
    let words = Value.allCases.map(\.rawValue).joined(separator: ", ")
    return read(key, expected: "one of \(words)") { $0.string.flatMap(Value.init(rawValue:)) }
  }

  func section(_ key: String, known: [String]?) -> SettingsSection? {
    value[key].flatMap { SettingsSection($0, path: name(of: key), known: known, problems: problems) }
  }

  /// What a transformation makes of a key's value; where it makes nothing, the problem is noted.
  func read<Value>(_ key: String, expected: String, _ transform: (YAMLValue) -> Value?) -> Value? {
    guard let found = value[key] else { return nil }
    if let result = transform(found) { return result }
    problems.add("\(name(of: key)) must be \(expected)", at: found.position)
    return nil
  }
}
