internal import Content
internal import Timeline

extension Workspace {
  /// What a person should know of drafts before they are approved or sent.
  struct Doubts {
    /// By the draft's path, why it cannot be sent as it is.
    var refusals: [String: [String]] = [:]
    var warnings: [String] = []
  }

  /// What `check` finds in drafts from a severity on, and newer texts that lie beside them.
  ///
  /// A post that its network would refuse is refused, unless the settings make less of it.
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
        if finding.rule == PostCheck.rule, finding.severity == .error {
          doubts.refusals[file.path, default: []].append(finding.line)
        } else if finding.severity >= least || finding.rule == PostCheck.rule {
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

extension Draft {
  /// How to send what was changed in a draft that was sent: that is another draft.
  static let correctionAdvice =
    "To send a correction, copy the file, give the copy another id and `status: draft`, and approve that"
}
