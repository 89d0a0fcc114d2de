/// Finds where the path of a link ends: round brackets count when they are balanced, a full stop at the end does not.
struct LinkPath {
  let scalars: Scalars

  init(_ scalars: Scalars) {
    self.scalars = scalars
  }

  /// The end of the path whose first character behind the slash stands at `start`.
  func end(from start: Int) -> Int {
    var index = start
    var end = start
    while index < scalars.count {
      if scalars[index] == UInt32(ascii: "("), let closed = bracketEnd(from: index, depth: 0) {
        index = closed
        end = closed
      } else if LinkCharacters.isPath(scalars[index]) {
        index += 1
        if LinkCharacters.mayEndPath(scalars[index - 1]) { end = index }
      } else {
        return end
      }
    }
    return end
  }

  /// The end of a pair of brackets with something in it, and at most one more pair inside.
  private func bracketEnd(from start: Int, depth: Int) -> Int? {
    var index = start + 1
    while index < scalars.count {
      switch scalars[index] {
      case UInt32(ascii: ")"): return index > start + 1 ? index + 1 : nil
      case UInt32(ascii: "("):
        guard depth == 0, let inner = bracketEnd(from: index, depth: 1) else { return nil }
        index = inner
      case let scalar where LinkCharacters.isPath(scalar): index += 1
      default: return nil
      }
    }
    return nil
  }
}
