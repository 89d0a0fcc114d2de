package import Timeline

/// Whether a draft says anything, and shows all of it.
package enum DraftCheck {
  package static let emptyRule = "draft-empty"
  /// The same rule as a timeline's.
  package static let unclosedRule = UnclosedBlock.name

  /// Checks one draft.
  ///
  /// - Parameters:
  ///   - contents: the whole file of the draft.
  ///   - file: its path, for findings.
  /// - Returns: errors for a text and for a subject that are empty, and for a private note that is never closed; none
  ///   for a file that is no draft.
  package static func findings(in contents: String, file: String) -> [Finding] {
    guard let draft = try? Draft(reading: contents, file: file) else { return [] }
    let matter = FrontMatter(ofDraft: contents)
    let error = { (rule: String, line: Int, message: String) in
      Finding(file: file, position: SourcePosition(line: line), severity: .error, rule: rule, message: message)
    }
    var findings: [Finding] = []
    if let subject = draft.publicSubject, subject.allSatisfy(\.isWhitespace) {
      findings.append(
        error(emptyRule, 1, "The subject is empty. Write one, or `daybook draft` makes one of a new draft."))
    }
    if let line = unclosedNote(in: matter.body) {
      findings.append(
        error(
          unclosedRule, matter.bodyLine + line,
          "This note is never closed, so that readers see nothing of the rest. Close it with -->."))
    } else if draft.parts.isEmpty {
      findings.append(error(emptyRule, matter.bodyLine, "There is no text for readers. Write one, or delete the file."))
    }
    return findings
  }

  /// The line, from 0, at which a note begins that the text does not close.
  private static func unclosedNote(in text: String) -> Int? {
    guard let open = text.ranges(of: "<!--").last, text[open.upperBound...].firstRange(of: "-->") == nil else {
      return nil
    }
    return text[..<open.lowerBound].count { $0 == "\n" }
  }
}
