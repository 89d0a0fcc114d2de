package import Timeline

/// Holds a draft against the timeline: quotes word for word, numbers, names and links.
///
/// What Daybook itself generates passes without a finding; the rules are for the person who edits.
package struct FidelityCheck: Sendable {
  private let language: Language
  private let common: FidelityCorpus

  package init(publication: Publication, templates: TemplateSet) {
    language = Language.named(publication.language)
    common = FidelityCorpus(publication: publication, language: language, templates: templates)
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
    let parts = FrontMatter(splitting: contents.replacing("\r\n", with: "\n").replacing("\u{FEFF}", with: ""))
    let lines = DraftLines(parts.body, firstLine: parts.bodyLine)
    let known = draft.entries.compactMap { entries[$0] }
    let corpus = common.with(known, draft: draft, language: language)
    var found = draft.entries.filter { entries[$0] == nil }.map { id in
      (
        FidelityRule.entryUnknown, SourcePosition(line: 1),
        "No timeline has the entry \(id) any more, so that what the draft says about it cannot be traced."
      )
    }
    let rules = FidelityRules(lines: lines, corpus: corpus, language: language)
    found += rules.quoteDrift() + rules.unsourcedNumbers() + rules.unsourcedNames() + rules.unsourcedLinks()
    return found.sorted { $0.1 < $1.1 }.map { rule, position, message in
      Finding(file: file, position: position, severity: rule.severity, rule: rule.rawValue, message: message)
    }
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
