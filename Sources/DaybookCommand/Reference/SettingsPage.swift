/// The page that lists every key of `daybook.yaml`.
enum SettingsPage {
  static var text: String {
    var page = """
      # Settings

      Every key of `daybook.yaml`, what it may hold, and what holds without it.

      ## Overview

      A key that Daybook does not know is an error, with the nearest one that it does. A JSON Schema of the same keys,
      for editors that complete and check YAML, is `Documentation/daybook.schema.json`; a first line
      `# yaml-language-server: $schema=…` with its place makes them use it.

      """
    append(SettingsCatalog.root, to: &page, under: "")
    append(SettingsCatalog.places, to: &page, under: "The place of a secret")
    return page
  }

  /// A table for the keys themselves, then one for each mapping among them.
  private static func append(_ keys: [SettingsKey], to page: inout String, under path: String) {
    page += path.isEmpty ? "\n### The keys at the top\n" : "\n### \(path)\n"
    page += "\n| key | holds | means | without it |\n|---|---|---|---|\n"
    for key in keys {
      let usual = key.usual.map { "`\($0)`" } ?? (key.isRequired ? "an error" : "")
      page += "| `\(key.name)` | \(words(key.shape)) | \(key.summary) | \(usual) |\n"
    }
    for key in keys {
      let place = path.isEmpty ? key.name : "\(path).\(key.name)"
      guard !isSeen(place), let (inner, keys) = inner(key.shape, at: place), !keys.arePlaces else { continue }
      append(keys, to: &page, under: inner)
    }
  }

  /// Whether a table stands elsewhere already, or would say nothing new.
  private static func isSeen(_ place: String) -> Bool {
    // The rules of checks have a page of their own, and channels share their keys.
    place == "check" || place.hasPrefix("onThisDay.channels")
  }

  private static func inner(_ shape: SettingsShape, at place: String) -> (String, [SettingsKey])? {
    switch shape {
    case .mapping(let keys) where place == "channels":
      // Every network has the same keys.
      if case .mapping(let rules)? = keys.first?.shape { ("channels.NETWORK", rules) } else { nil }
    case .mapping(let keys): (place, keys)
    case .names(_, .mapping(let keys)): ("\(place).NAME", keys)
    case .either(let shapes): shapes.lazy.compactMap { inner($0, at: place) }.first
    default: nil
    }
  }

  private static func words(_ shape: SettingsShape) -> String {
    switch shape {
    case .text: "a text"
    case .form(_, let example): "a text as `\(example)`"
    case .timeZone: "an IANA zone"
    case .wholeNumber(let least): "a whole number of at least \(least)"
    case .flag: "`true` or `false`"
    case .switchWord: "`on` or `off`"
    case .choice(let words): words.map { "`\($0)`" }.joined(separator: ", ")
    case .list(let item), .strictList(let item): "a list of: \(words(item))"
    case .mapping(let keys) where keys.arePlaces:
      keys.map { "`{\($0.name): …}`" }.joined(separator: ", ")
    case .mapping: "keys"
    case .names(let names, .mapping): "\(names) and its keys"
    case .names(let names, let value): "\(names), and \(words(value))"
    case .either(let shapes): shapes.map(words).joined(separator: ", or ")
    }
  }
}

extension [SettingsKey] {
  /// Whether they say where a secret is, which has a table of its own.
  fileprivate var arePlaces: Bool { names == SettingsCatalog.places.names }
}
