package import Timeline

/// Holds a draft against the timeline: quotes word for word, numbers, names and links.
///
/// What Daybook itself generates passes without a finding; the rules are for the person who edits.
package struct FidelityCheck: Sendable {
  private let language: Language
  private let common: FidelityCorpus
  /// The names of the parameters that each channel adds to links.
  private let linkParameters: [String: Set<String>]

  /// - Parameters:
  ///   - publication: its names and links may stand in drafts.
  ///   - templates: their words may, too.
  ///   - channels: whose link parameters are no part of a link.
  package init(publication: Publication, templates: TemplateSet, channels: [Channel] = []) {
    language = Language.named(publication.language)
    common = FidelityCorpus(publication: publication, language: language, templates: templates)
    linkParameters = Dictionary(channels.map { ($0.name, Set($0.linkParameters.map(\.name))) }) { first, _ in first }
  }

  /// Checks one draft.
  ///
  /// - Parameters:
  ///   - contents: the whole file.
  ///   - file: its path, for findings.
  ///   - entries: the entries of all timelines by id.
  /// - Returns: findings in the order of the file, of the rules `quote-drift`, `number-unsourced`, `name-unsourced`,
  ///   `link-unsourced` and `entry-unknown`; a file that is no draft gives one of the rule `draft-form`.
  package func findings(in contents: String, file: String, entries: [String: Entry]) -> [Finding] {
    let draft: Draft
    do {
      draft = try Draft(reading: contents, file: file)
    } catch {
      return [
        Finding(
          file: file, position: error.position, severity: .error, rule: "draft-form", message: error.problem + ".")
      ]
    }
    let corpus = common.with(draft.entries.compactMap { entries[$0] }, draft: draft)
    var found = draft.entries.filter { entries[$0] == nil }.map { id in
      (
        FidelityRule.entryUnknown, SourcePosition(line: 1),
        "No timeline has the entry \(id) any more, so that what the draft says about it cannot be traced."
      )
    }
    var seen: Set<String> = []
    for lines in Self.pieces(of: draft, contents) {
      let rules = FidelityRules(
        lines: lines, corpus: corpus, language: language, linkParameters: linkParameters[draft.channel] ?? [])
      found += rules.all().filter { seen.insert($0.0.rawValue + $0.2).inserted }
    }
    return found.sorted { $0.1 < $1.1 }.map { rule, position, message in
      Finding(file: file, position: position, severity: rule.severity, rule: rule.rawValue, message: message)
    }
  }

  /// What readers see of a draft: subject and preheader, and the text.
  private static func pieces(of draft: Draft, _ contents: String) -> [DraftLines] {
    let text = contents.replacing("\r\n", with: "\n").replacing("\u{FEFF}", with: "")
    let parts = FrontMatter(splitting: text)
    let head = NewsletterLines(text).head
    return [("subject", draft.subject), ("preheader", draft.preheader)].compactMap { key, value -> DraftLines? in
      guard let value, let line = head.first(where: { $0.text.hasPrefix(key + ":") }) else { return nil }
      // A value that YAML writes with escapes begins behind `: "`.
      let offset = line.text.firstRange(of: value).map {
        line.text.distance(from: line.text.startIndex, to: $0.lowerBound)
      }
      return DraftLines(value, from: SourcePosition(line: line.number, column: (offset ?? key.count + 3) + 1))
    } + [DraftLines(parts.body, from: SourcePosition(line: parts.bodyLine))]
  }
}

/// The rules that hold a draft against the timeline.
enum FidelityRule: String, CaseIterable {
  case quoteDrift = "quote-drift"
  case numberUnsourced = "number-unsourced"
  case nameUnsourced = "name-unsourced"
  case linkUnsourced = "link-unsourced"
  case entryUnknown = "entry-unknown"

  /// A changed quote is an error, since whoever is quoted did not say it; the rest may be what an editor knows.
  var severity: Finding.Severity {
    self == .quoteDrift ? .error : .warning
  }
}
