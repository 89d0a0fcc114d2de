internal import Content
internal import Timeline

extension Workspace {
  /// What a person should know of drafts before they are approved or sent.
  struct Doubts {
    /// By the draft's path, why it cannot be sent as it is.
    var refusals: [String: [String]] = [:]
    var warnings: [String] = []
  }

  /// The rules whose errors no draft may go out with.
  private static let refused: Set = [PostCheck.rule, DraftCheck.emptyRule, DraftCheck.unclosedRule]

  /// What `check` finds in drafts from a severity on, and newer texts that lie beside them.
  ///
  /// A post that its network would refuse is refused, and so is a draft that is empty or half hidden, unless the settings
  /// make less of it.
  func doubts(about drafts: [DraftFile], from least: Finding.Severity = .error) -> Doubts {
    var doubts = Doubts()
    guard !drafts.isEmpty else { return doubts }
    var found: [String: [Finding]] = [:]
    do {
      found = try Checker(workspace: self).findings(in: drafts, of: self)
    } catch {
      doubts.warnings.append("the drafts were not held against the timeline: \(CommandFailure.words(for: error))")
    }
    for file in drafts {
      for finding in found[file.path] ?? [] {
        if Self.refused.contains(finding.rule), finding.severity == .error {
          doubts.refusals[file.path, default: []].append(finding.line)
        } else if finding.severity >= least || Self.refused.contains(finding.rule) {
          doubts.warnings.append(finding.line)
        }
      }
      if let beside = textBeside(file.path) {
        doubts.warnings.append(
          "\(file.path): a newer text lies beside it, in \(beside); take from it what you want, then delete it")
      }
    }
    return doubts
  }

  /// The newly generated text beside a draft that it conflicted with; nil where none waits there.
  func textBeside(_ path: String) -> String? {
    let beside = path.hasSuffix(".md") ? path.dropLast(3) + ".new.md" : path[...]
    return beside != path && FileSystem.exists(Path.join(folder.path, String(beside))) ? String(beside) : nil
  }
}
