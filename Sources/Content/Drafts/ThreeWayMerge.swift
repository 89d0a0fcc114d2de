internal import Timeline

/// Merges two changed versions of a text by lines, as `diff3 -m` does.
///
/// Two cases that `diff3` calls conflicts are none here: lines that the one side removed and some more that the other did,
/// and a private note of the person beside a line that is corrected.
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
    return merge(base: lines(base), ours: lines(ours), theirs: lines(theirs), isNote: isNote)?.joined(separator: "\n")
  }

  /// Merges two lists that come from a third; `isNote` tells lines of the person's that belong to no line beside them.
  static func merge<Line: Hashable>(
    base: [Line], ours: [Line], theirs: [Line], isNote: (ArraySlice<Line>) -> Bool = { _ in false }
  ) -> [Line]? {
    if ours == theirs || theirs == base { return ours }
    if ours == base { return theirs }
    let ourPlaces = matches(of: base, in: ours)
    let theirPlaces = matches(of: base, in: theirs)
    var merged: [Line] = []
    var start = (base: 0, ours: 0, theirs: 0)
    for line in base.indices.map(Optional.some) + [nil] {
      let end = (base: line ?? base.count, ours: ours.count, theirs: theirs.count)
      guard let ourEnd = line.map({ ourPlaces[$0] }) ?? end.ours,
        let theirEnd = line.map({ theirPlaces[$0] }) ?? end.theirs
      else { continue }
      let piece = Piece(
        base: base[start.base..<end.base],
        ours: Side(lines: ours[start.ours..<ourEnd], places: ourPlaces[start.base..<end.base]),
        theirs: Side(lines: theirs[start.theirs..<theirEnd], places: theirPlaces[start.base..<end.base]))
      guard let lines = piece.merged(isNote: isNote) else { return nil }
      merged += lines
      if let line { merged.append(base[line]) }
      start = (end.base + 1, ourEnd + 1, theirEnd + 1)
    }
    return merged
  }

  /// Whether lines are private notes and nothing else.
  private static func isNote(_ lines: ArraySlice<String>) -> Bool {
    let text = lines.joined(separator: "\n").trimmingSpaces()
    return text.isEmpty || text.hasPrefix("<!--") && text.hasSuffix("-->")
  }

  /// One side of a piece between two lines that all three have.
  private struct Side<Line: Hashable> {
    var lines: ArraySlice<Line>
    /// For each line of the base its place in this side, where it was neither removed nor changed.
    var places: ArraySlice<Int?>

    /// Lines were removed at most.
    var onlyRemoves: Bool { lines.count == places.count { $0 != nil } }

    /// What was put before and behind the lines of the base, where these all stayed together.
    var additions: (before: ArraySlice<Line>, behind: ArraySlice<Line>)? {
      let places = places.compactMap(\.self)
      guard places.count == self.places.count else { return nil }
      guard let first = places.first, let last = places.last else { return (lines, []) }
      return last - first + 1 == places.count ? (lines[..<first], lines[(last + 1)...]) : nil
    }
  }

  private struct Piece<Line: Hashable> {
    var base: ArraySlice<Line>
    var ours: Side<Line>
    var theirs: Side<Line>

    /// What becomes of the piece; nil where both sides changed it in different ways.
    func merged(isNote: (ArraySlice<Line>) -> Bool) -> [Line]? {
      if ours.lines == theirs.lines || theirs.lines == base { return Array(ours.lines) }
      if ours.lines == base { return Array(theirs.lines) }
      if ours.onlyRemoves, theirs.onlyRemoves {
        return zip(base, zip(ours.places, theirs.places)).filter { $1.0 != nil && $1.1 != nil }.map(\.0)
      }
      guard let added = ours.additions, isNote(added.before), isNote(added.behind) else { return nil }
      return Array(added.before + theirs.lines + added.behind)
    }
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
