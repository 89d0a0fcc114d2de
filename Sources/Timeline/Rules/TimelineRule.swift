/// One thing that `daybook check` looks for in a timeline.
///
/// A rule is a pure function of the document. Rules about the form of the text, which the document no longer shows, are
/// reported by ``TimelineReader``; they have a type as well, so that they can be explained, changed and ignored alike.
package protocol TimelineRule: Sendable {
  /// The name in findings, settings and `daybook:ignore`, as in `date-order`.
  static var name: String { get }
  /// What its findings count as, unless the settings say otherwise.
  static var severity: Finding.Severity { get }
  /// Why it exists and what to do, in a few sentences.
  static var explanation: String { get }
  /// A piece of a timeline that it reports.
  static var example: String { get }
  /// Looks at a whole document; ``CheckedDocument`` has what several rules look at.
  static func check(_ checked: CheckedDocument, context: RuleContext) -> [RuleFinding]
}

extension TimelineRule {
  package static func check(_ checked: CheckedDocument, context: RuleContext) -> [RuleFinding] { [] }
}

/// What rules know besides the document.
package struct RuleContext: Sendable {
  package var settings: TimelineSettings
  /// Whether the picture at a path beside the timeline is there; nil where nobody can tell.
  package var pictureExists: (@Sendable (String) -> Bool)?

  package init(
    settings: TimelineSettings = TimelineSettings(), pictureExists: (@Sendable (String) -> Bool)? = nil
  ) {
    self.settings = settings
    self.pictureExists = pictureExists
  }
}

/// What a rule says about a place, before file and severity are known.
package struct RuleFinding {
  enum Location {
    case position(SourcePosition)
    case text(TextPlace)
  }

  let location: Location
  /// One or two sentences: what is wrong, and what to do.
  let message: String

  init(_ position: SourcePosition, _ message: String) {
    location = .position(position)
    self.message = message
  }

  init(_ place: TextPlace, _ message: String) {
    location = .text(place)
    self.message = message
  }
}
