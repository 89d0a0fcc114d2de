/// A value of a YAML text with the place where it stands: settings and front matter are read through this.
///
/// All scalars are kept as the strings that the author wrote; who needs a number or a truth value asks for it.
package struct YAMLValue: Hashable, Sendable {
  package enum Content: Hashable, Sendable {
    case scalar(String)
    /// A key without a value, `~` or `null`.
    case empty
    case list([YAMLValue])
    case mapping([YAMLMember])
  }

  package var content: Content
  package var position: SourcePosition

  package init(_ content: Content, position: SourcePosition) {
    self.content = content
    self.position = position
  }
}

/// One `key: value` of a mapping, in the order of the text.
package struct YAMLMember: Hashable, Sendable {
  package var key: String
  package var keyPosition: SourcePosition
  package var value: YAMLValue
}

extension YAMLValue {
  package var string: String? {
    if case .scalar(let text) = content { text } else { nil }
  }

  package var int: Int? {
    string.flatMap { Int($0) }
  }

  /// `true` or `false`, as YAML 1.2's core schema writes them.
  package var bool: Bool? {
    switch string {
    case "true", "True", "TRUE": true
    case "false", "False", "FALSE": false
    default: nil
    }
  }

  package var list: [YAMLValue]? {
    if case .list(let values) = content { values } else { nil }
  }

  package var members: [YAMLMember]? {
    if case .mapping(let members) = content { members } else { nil }
  }

  /// The value of `key`, when this is a mapping that has it.
  package subscript(key: String) -> YAMLValue? {
    members?.first { $0.key == key }?.value
  }

  /// A list of strings; a single scalar counts as a list of one.
  package var strings: [String]? {
    if let string { return [string] }
    guard let list else { return nil }
    let strings = list.compactMap(\.string)
    return strings.count == list.count ? strings : nil
  }
}
