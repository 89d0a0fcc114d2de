import FuzzTargets
import Testing
import Timeline

/// Expects that a timeline reads as it was after it was written.
func expectRoundTrip(_ document: TimelineDocument, sourceLocation: SourceLocation = #_sourceLocation) {
  #expect(RoundTrip.fault(document) == nil, sourceLocation: sourceLocation)
}
