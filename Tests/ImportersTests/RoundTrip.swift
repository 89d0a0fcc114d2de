import Testing
import Timeline

/// Expects that a timeline reads as it was after it was written.
func expectRoundTrip(_ document: TimelineDocument, sourceLocation: SourceLocation = #_sourceLocation) {
  let written = TimelineWriter.write(document)
  let read = TimelineReader.read(written, file: nil, settings: TimelineSettings()).document
  #expect(read.entries.count == document.entries.count, sourceLocation: sourceLocation)
  for (again, entry) in zip(read.entries, document.entries) {
    #expect(again == entry, "\(entry.id)", sourceLocation: sourceLocation)
  }
  #expect(read.standfirst == document.standfirst, sourceLocation: sourceLocation)
  #expect(read.title == document.title, sourceLocation: sourceLocation)
  #expect(read.author == document.author, sourceLocation: sourceLocation)
  #expect(read.source == document.source, sourceLocation: sourceLocation)
  #expect(read.tags == document.tags, sourceLocation: sourceLocation)
}
