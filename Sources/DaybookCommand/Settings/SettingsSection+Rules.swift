internal import Timeline

extension SettingsSection {
  /// How many of something there may be.
  enum Cap: Hashable {
    case off
    /// As the network has it.
    case on
    case most(Int)

    /// The number; nil for no limit where the network has none, and where it is switched off.
    func most(network: Int?) -> Int? {
      switch self {
      case .off: nil
      case .on: network
      case .most(let number): number
      }
    }
  }

  /// A whole number of at least `least`, or a word for yes or no.
  func cap(_ key: String, least: Int) -> Cap? {
    read(key, expected: "a whole number of at least \(least), or off") { value in
      if let number = value.int { return number >= least ? .most(number) : nil }
      return value.yesOrNo.map { $0 ? .on : .off }
    }
  }

  /// A word for yes or no.
  func flag(_ key: String) -> Bool? {
    read(key, expected: "true or false", \.yesOrNo)
  }

  /// A list of words, each of which must be one of `known`; others are problems with a suggestion.
  func words(_ key: String, of known: [String]) -> [String]? {
    guard let words = strings(key) else { return nil }
    let items = value[key]?.list ?? []
    for (index, word) in words.enumerated() where !known.contains(word) {
      let clause = Suggestion.clause(for: word, among: known)
      let position = items.indices.contains(index) ? items[index].position : value[key]?.position
      problems.add(
        "unknown word \"\(word)\" in \(name(of: key))\(clause.isEmpty ? "; known: \(known.joined(separator: ", "))" : clause)",
        at: position ?? value.position)
    }
    return words.filter(known.contains)
  }
}

extension YAMLValue {
  /// `true`, `yes` and `on`, or `false`, `no` and `off`, as people write them.
  fileprivate var yesOrNo: Bool? {
    switch string?.lowercased() {
    case "true", "yes", "on": true
    case "false", "no", "off": false
    default: nil
    }
  }
}
