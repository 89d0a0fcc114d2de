extension BlueskyFacet {
  /// A piece of a text, with the facet that covers it where one does.
  package struct Segment: Hashable, Sendable {
    package var text: String
    package var facet: BlueskyFacet?
  }

  /// A text cut at its facets, as readers of the network show it.
  ///
  /// A facet that overlaps one before it, runs backwards, ends behind the text or cuts a character is left out, as
  /// `packages/api/src/rich-text/rich-text.ts` of github.com/bluesky-social/atproto has it. The pieces together are the
  /// text; an empty text is one empty piece.
  package static func segments(of text: String, by facets: [BlueskyFacet]) -> [Segment] {
    let bytes = text.utf8
    var segments: [Segment] = []
    var end = 0
    let piece = { (range: Range<Int>) -> String? in
      let start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
      return String(bytes[start..<bytes.index(start, offsetBy: range.count)])
    }
    for facet in facets.sorted(by: { $0.byteStart < $1.byteStart }) {
      guard facet.byteStart >= end, facet.byteStart < facet.byteEnd, facet.byteEnd <= bytes.count,
        let shown = piece(facet.byteStart..<facet.byteEnd), let before = piece(end..<facet.byteStart)
      else { continue }
      if !before.isEmpty { segments.append(Segment(text: before, facet: nil)) }
      segments.append(Segment(text: shown, facet: facet))
      end = facet.byteEnd
    }
    if end < bytes.count || segments.isEmpty, let rest = piece(end..<bytes.count) {
      segments.append(Segment(text: rest, facet: nil))
    }
    return segments
  }
}
