package import Timeline

/// What an importer made of a source, and what it noticed on the way.
package struct ImportedTimeline: Hashable, Sendable {
  package var document: TimelineDocument
  /// In the order of the source; what ``TimelineCheck`` finds in the document is not among them.
  package var findings: [Finding]

  package init(document: TimelineDocument, findings: [Finding] = []) {
    self.document = document
    self.findings = findings
  }
}
