internal import ArgumentParser

/// How `daybook check` prints what it found.
enum CheckFormat: String, CaseIterable, ExpressibleByArgument {
  /// For people: by file, with the line and a mark at the place.
  case text
  case json
  /// For Git hosts.
  case sarif
}
