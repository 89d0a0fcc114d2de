/// Merges two changed versions of a text by lines, as `diff3 -m` does.
enum ThreeWayMerge {
  /// Merges two texts that come from a third.
  ///
  /// - Parameters:
  ///   - base: what both sides started from.
  ///   - ours: the person's text.
  ///   - theirs: the newly generated text.
  /// - Returns: the text with the changes of both sides; nil where both changed the same lines in different ways.
  static func merge(base: String, ours: String, theirs: String) -> String? {
    let lines = { (text: String) in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
    return merge(base: lines(base), ours: lines(ours), theirs: lines(theirs))?.joined(separator: "\n")
  }

  static func merge<Line: Hashable>(base: [Line], ours: [Line], theirs: [Line]) -> [Line]? {
    if ours == theirs || theirs == base { return ours }
    if ours == base { return theirs }
    let inOurs = matches(of: base, in: ours)
    let inTheirs = matches(of: base, in: theirs)
    var merged: [Line] = []
    var start = (base: 0, ours: 0, theirs: 0)
    for line in base.indices {
      guard let ourLine = inOurs[line], let theirLine = inTheirs[line] else { continue }
      guard
        let chunk = resolve(
          base[start.base..<line], ours[start.ours..<ourLine], theirs[start.theirs..<theirLine])
      else { return nil }
      merged += chunk
      merged.append(base[line])
      start = (line + 1, ourLine + 1, theirLine + 1)
    }
    guard let rest = resolve(base[start.base...], ours[start.ours...], theirs[start.theirs...]) else { return nil }
    return merged + rest
  }

  /// What becomes of a piece between two lines that all three have.
  private static func resolve<Line: Hashable>(
    _ base: ArraySlice<Line>, _ ours: ArraySlice<Line>, _ theirs: ArraySlice<Line>
  ) -> ArraySlice<Line>? {
    if ours == theirs || theirs == base { return ours }
    return ours == base ? theirs : nil
  }

  /// For each line of `base` its place in `other`, where it was neither removed nor changed.
  private static func matches<Line: Hashable>(of base: [Line], in other: [Line]) -> [Int?] {
    let difference = other.difference(from: base)
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var next = 0
    return base.indices.map { line in
      if removed.contains(line) { return nil }
      while inserted.contains(next) { next += 1 }
      defer { next += 1 }
      return next
    }
  }
}
