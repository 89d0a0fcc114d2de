internal import Timeline

/// The choice for one request, day by day: each pick bears on the ones after it.
struct Selector {
  /// An occasion with its rank: the lower goes before the higher.
  private struct Candidate {
    var occasion: Occasion
    var rank: Int
  }

  let index: AnniversaryIndex
  let rules: OnThisDayRules
  let request: PickRequest
  let history: PickHistory
  /// Whether each number of years is a milestone, for the years that are usual.
  private let milestones: [Bool]
  private(set) var selection = PickSelection()
  private var picksOfYear: [Int: Int] = [:]
  /// The day for which an entry was picked, by its id.
  private var pickedFor: [String: CivilDay] = [:]
  /// The people and tags of the picks so far.
  private var people: [UInt32] = []
  private var tags: [UInt32] = []

  init(index: AnniversaryIndex, rules: OnThisDayRules, request: PickRequest, history: PickHistory) {
    self.index = index
    self.rules = rules
    self.request = request
    self.history = history
    var milestones = [Bool](repeating: false, count: 1_000)
    for years in rules.milestones where milestones.indices.contains(years) { milestones[years] = true }
    self.milestones = milestones
  }

  /// Chooses among the occasions of a day, or of a month.
  ///
  /// - Parameters:
  ///   - occasions: what there is, in any order.
  ///   - day: what the picks occur on.
  ///   - most: how many picks at most.
  ///   - name: `day` or `month`, for the reasons.
  mutating func select(from occasions: [Occasion], on day: CivilDay, most: Int, name: String) {
    var waiting: [Candidate] = []
    waiting.reserveCapacity(occasions.count)
    for occasion in occasions {
      if let reason = unfitness(of: occasion, on: day) {
        reject(occasion, on: day, reason)
      } else {
        waiting.append(Candidate(occasion: occasion, rank: rank(occasion, on: day)))
      }
    }
    var count = 0
    while count < most, let best = best(of: waiting) {
      let occasion = waiting.remove(at: best).occasion
      if let reason = objection(to: occasion, on: day) {
        reject(occasion, on: day, reason)
      } else {
        pick(occasion, on: day)
        count += 1
      }
    }
    guard request.explains else { return }
    for candidate in waiting.sorted(by: comesFirst) {
      reject(candidate.occasion, on: day, "the \(name) has its \(most == 1 ? "one pick" : "\(most) picks") already")
    }
  }

  private mutating func pick(_ occasion: Occasion, on day: CivilDay) {
    guard let entry = index.entry(of: occasion) else { return }
    let years = day.year - occasion.day.year
    let isMilestone = rules.milestones.contains(years)
    let reason = PickReason.text(for: occasion, of: entry, on: day, isMilestone: isMilestone)
    selection.picks.append(
      Pick(entry: entry, occursOn: day, years: years, isMilestone: isMilestone, reason: reason))
    picksOfYear[occasion.day.year, default: 0] += 1
    pickedFor[entry.id] = day
    if rules.spread.contains(.people) { people += entry.fields.people.map(NameHash.of) }
    if rules.spread.contains(.tags) { tags += entry.fields.tags.map(NameHash.of) }
  }

  private mutating func reject(_ occasion: Occasion, on day: CivilDay, _ reason: @autoclosure () -> String) {
    guard request.explains, let entry = index.entry(of: occasion) else { return }
    selection.rejections.append(
      .init(entry: entry, occursOn: day, years: day.year - occasion.day.year, reason: reason()))
  }
}

// MARK: - Order

extension Selector {
  /// Milestones, then weight.
  private func rank(_ occasion: Occasion, on day: CivilDay) -> Int {
    let years = day.year - occasion.day.year
    let isMilestone = milestones.indices.contains(years) ? milestones[years] : rules.milestones.contains(years)
    return (isMilestone ? 0 : 1 << 16) - occasion.weight
  }

  /// The place of the candidate that goes before all others.
  private func best(of candidates: [Candidate]) -> Int? {
    guard var best = candidates.indices.first else { return nil }
    var bestShared: (people: Int, tags: Int)?
    for other in candidates.indices.dropFirst() {
      if candidates[other].rank > candidates[best].rank { continue }
      if candidates[other].rank < candidates[best].rank {
        (best, bestShared) = (other, nil)
        continue
      }
      let known = bestShared ?? shared(by: candidates[best].occasion)
      bestShared = known
      let others = shared(by: candidates[other].occasion)
      guard others < known || others == known && isOlder(candidates[other].occasion, candidates[best].occasion) else {
        continue
      }
      (best, bestShared) = (other, others)
    }
    return best
  }

  private func shared(by occasion: Occasion) -> (people: Int, tags: Int) {
    guard !people.isEmpty || !tags.isEmpty else { return (0, 0) }
    return index.shared(by: occasion, people: people, tags: tags)
  }

  /// The older entry; of two of a day, the one whose id comes first.
  private func isOlder(_ left: Occasion, _ right: Occasion) -> Bool {
    left.day != right.day ? left.day < right.day : index.id(of: left) < index.id(of: right)
  }

  private func comesFirst(_ left: Candidate, _ right: Candidate) -> Bool {
    left.rank != right.rank ? left.rank < right.rank : isOlder(left.occasion, right.occasion)
  }
}

// MARK: - What stands against it

extension Selector {
  /// Why an occasion is out of the question, whatever else is picked.
  private func unfitness(of occasion: Occasion, on day: CivilDay) -> String? {
    if occasion.weight < rules.minimumWeight {
      return occasion.weight == 0
        ? "its weight is 0" : "its weight, \(occasion.weight), is less than the \(rules.minimumWeight) asked for"
    }
    let years = day.year - occasion.day.year
    guard years < rules.minimumYears else { return nil }
    return
      "\(PickReason.count(years, "year")) \(years == 1 ? "is" : "are") fewer than the \(rules.minimumYears) asked for"
  }

  private func objection(to occasion: Occasion, on day: CivilDay) -> String? {
    let id = index.id(of: occasion)
    if let other = pickedFor[id], day.daysSinceEpoch - other.daysSinceEpoch < max(1, rules.cooldownDays) {
      return "it is picked for \(other) already"
    }
    if let channel = request.channel,
      let last = history.lastAppearance(of: id, on: channel, before: day, except: request.replacing),
      day.daysSinceEpoch - last.daysSinceEpoch < rules.cooldownDays
    {
      return "it was on \(channel) on \(last), and may come back from \(last.adding(days: rules.cooldownDays))"
    }
    if let most = rules.maxPerYear, picksOfYear[occasion.day.year, default: 0] >= most {
      return "\(PickReason.year(occasion.day.year)) has its \(most == 1 ? "one pick" : "\(most) picks") already"
    }
    return nil
  }
}
