/// Sentences that tell of an interview, such as `Helen Marsh met Ruth Oakden.`.
enum Interview {
  private static let verbs: Set<String> = [
    "met", "meets", "interviewed", "interviews", "interviewing", "visited", "questioned", "møtte", "møter",
    "intervjuet",
    "intervjuer", "traf", "trifft", "interviewte", "rencontré", "rencontre", "rencontra", "interviewé",
  ]
  private static let verbsWithParticle: Set<String> = [
    "spoke", "speaks", "spoken", "speaking", "talked", "talks", "talking", "chatted", "sat", "caught", "snakket",
    "snakker", "pratet", "sprach", "spricht", "gesprochen", "entretenu", "entrevistó", "entrevista", "habló",
    "conversó",
  ]
  private static let particles: Set<String> = ["to", "with", "down", "up", "med", "mit", "avec", "a", "con"]

  /// The name of whoever was met, interviewed or spoken to.
  static func interviewee(in sentence: ArraySlice<Word>) -> NameRun? {
    NameRun.find(in: sentence).first { run in
      let before = sentence[..<run.range.lowerBound].reversed().drop {
        Vocabulary.titles.contains($0.folded) || Vocabulary.roles.contains($0.folded)
          || Vocabulary.determiners.contains($0.folded) && !particles.contains($0.folded)
      }
      guard !run.isPossessive, !Roster.isInstitution(run.text), let verb = before.first, !verb.endsClause else {
        return false
      }
      if verbs.contains(verb.folded) { return true }
      guard particles.contains(verb.folded), let verb = before.drop(while: { particles.contains($0.folded) }).first
      else { return false }
      return verbsWithParticle.contains(verb.folded)
    }
  }
}
