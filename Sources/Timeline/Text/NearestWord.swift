/// Finds the word that somebody probably meant.
package enum NearestWord {
  /// The nearest of `words` within two edits (one, for words under five letters), or nil.
  package static func find(_ word: String, among words: some Sequence<String>) -> String? {
    let limit = word.count < 5 ? 1 : 2
    let near = words.map { (word: $0, distance: distance(word.lowercased(), $0.lowercased(), limit: limit)) }
    return near.filter { $0.distance <= limit }.min { $0.distance < $1.distance }?.word
  }

  /// How many letters must be added, dropped, changed or exchanged with a neighbour, up to `limit`; beyond it more than
  /// `limit` (optimal string alignment).
  package static func distance(_ left: String, _ right: String, limit: Int) -> Int {
    let (first, second) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
    guard abs(first.count - second.count) <= limit else { return limit + 1 }
    var before: [Int] = []
    var row = Array(0...second.count)
    for (line, scalar) in first.enumerated() {
      var next = [line + 1]
      next.reserveCapacity(second.count + 1)
      for (column, other) in second.enumerated() {
        var cost = min(row[column + 1] + 1, next[column] + 1, row[column] + (scalar == other ? 0 : 1))
        if line > 0, column > 0, scalar == second[column - 1], first[line - 1] == other {
          cost = min(cost, before[column - 1] + 1)
        }
        next.append(cost)
      }
      if (next.min() ?? 0) > limit { return limit + 1 }
      (before, row) = (row, next)
    }
    return row.last ?? 0
  }
}
