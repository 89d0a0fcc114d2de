import Timeline

/// A block of an entry's body and the place in the source where it begins.
struct PlacedBlock: Hashable {
  var block: Block
  var position: SourcePosition
}
