internal import Timeline

/// "Did you mean": the known word nearest to a mistyped one.
enum Suggestion {
  /// The nearest of `candidates`, when it is near enough to be a slip; the first in their order among equals.
  static func nearest(to word: String, among candidates: [String]) -> String? {
    let most = max(1, word.count / 3)
    let ranked = candidates.map {
      (name: $0, distance: NearestWord.distance(word.lowercased(), $0.lowercased(), limit: most))
    }
    guard let best = ranked.min(by: { $0.distance < $1.distance }), best.distance <= most else { return nil }
    return best.name
  }

  /// A clause for the end of a message: `; did you mean "timeZone"?`, or nothing.
  static func clause(for word: String, among candidates: [String]) -> String {
    nearest(to: word, among: candidates).map { "; did you mean \"\($0)\"?" } ?? ""
  }
}
