/// Parts of a publication in which something may have changed.
struct PublicationChange: OptionSet, Sendable, Hashable {
  var rawValue: UInt8

  /// `daybook.yaml`.
  static let settings = Self(rawValue: 1)
  static let timelines = Self(rawValue: 2)
  static let templates = Self(rawValue: 4)
  static let drafts = Self(rawValue: 8)
  /// The state database: another process, as `daybook send`, or this one has written to the outbox.
  static let outbox = Self(rawValue: 16)

  static let everything: Self = [.settings, .timelines, .templates, .drafts, .outbox]
}

extension PublicationChange: CustomStringConvertible {
  /// The parts as a log names them: `timelines, drafts`.
  var description: String {
    let names: [(Self, String)] = [
      (.settings, "settings"), (.timelines, "timelines"), (.templates, "templates"), (.drafts, "drafts"),
      (.outbox, "outbox"),
    ]
    return names.filter { contains($0.0) }.map(\.1).joined(separator: ", ")
  }
}
