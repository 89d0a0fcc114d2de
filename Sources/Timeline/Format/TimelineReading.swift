/// A timeline as read, with what was found on the way.
package struct TimelineReading: Sendable {
  package var document: TimelineDocument
  /// What the reader saw that the document no longer shows, in the order of the file; the rules' findings come on top.
  package var findings: [Finding]

  package init(document: TimelineDocument, findings: [Finding] = []) {
    self.document = document
    self.findings = findings
  }
}
