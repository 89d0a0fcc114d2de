/// Merges texts section by section where a merge by lines fails: a person may have moved sections about.
///
/// A section is a heading and what follows it up to the next one. Sections are told apart by their headings; of those that
/// are the same, as two days without titles, the first is the first on every side.
enum SectionMerge {
  private typealias Sections = [String: [String]]

  /// Merges two texts that come from a third.
  ///
  /// - Parameters:
  ///   - base: what both sides started from.
  ///   - ours: the person's text.
  ///   - theirs: the newly generated text.
  /// - Returns: the sections in the order of the side that moved any, each with the changes of both sides; nil where
  ///   both moved sections, or changed the same lines.
  static func merge(base: String, ours: String, theirs: String) -> String? {
    let (baseOrder, base) = split(base)
    let (ourOrder, ours) = split(ours)
    let (theirOrder, theirs) = split(theirs)
    // A heading that both took away and both put another for was renamed twice.
    let gone = baseOrder.contains { ours[$0] == nil && theirs[$0] == nil }
    let areBothNew = ourOrder.contains { base[$0] == nil } && theirOrder.contains { base[$0] == nil }
    guard !gone || !areBothNew, let merged = contents(base: base, ours: ours, theirs: theirs) else { return nil }
    let common = { (order: [String]) in order.filter { base[$0] != nil && ours[$0] != nil && theirs[$0] != nil } }
    let areOursMoved = common(ourOrder) != common(baseOrder)
    let areTheirsMoved = common(theirOrder) != common(baseOrder)
    guard !areOursMoved || !areTheirsMoved || common(ourOrder) == common(theirOrder) else { return nil }
    let order = areTheirsMoved ? woven(theirOrder, with: ourOrder) : woven(ourOrder, with: theirOrder)
    return order.compactMap { merged[$0] }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  /// The order of one side, with what only the other side has behind what stands before it there.
  private static func woven(_ order: [String], with other: [String]) -> [String] {
    var woven = order
    var previous: String?
    for key in other {
      defer { previous = key }
      guard !woven.contains(key) else { continue }
      let place = previous.flatMap { woven.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
      woven.insert(key, at: place)
    }
    return woven
  }

  /// What each section says; one that a side removed is left out, unless the other side changed it.
  private static func contents(base: Sections, ours: Sections, theirs: Sections) -> Sections? {
    var merged: Sections = [:]
    for key in Set(ours.keys).union(theirs.keys) {
      switch (base[key], ours[key], theirs[key]) {
      case (let base?, let ours?, let theirs?):
        guard let lines = ThreeWayMerge.merge(base: base, ours: ours, theirs: theirs) else { return nil }
        merged[key] = lines
      case (nil, let lines?, nil), (nil, nil, let lines?): merged[key] = lines
      case (nil, let ours?, let theirs?):
        guard ours == theirs else { return nil }
        merged[key] = ours
      case (let base?, let rest?, nil), (let base?, nil, let rest?):
        guard rest == base else { return nil }
      case (_, nil, nil): break
      }
    }
    return merged
  }

  /// The sections by their headings, without empty lines around them.
  private static func split(_ text: String) -> (order: [String], sections: Sections) {
    var order = [""]
    var sections: Sections = ["": []]
    var isCode = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") || line.hasPrefix("~~~") { isCode.toggle() }
      if line.hasPrefix("#"), !isCode {
        var key = String(line)
        while sections[key] != nil { key += "\n" }
        order.append(key)
        sections[key] = []
      }
      sections[order[order.count - 1], default: []].append(String(line))
    }
    for (key, lines) in sections {
      let start = lines.firstIndex { !$0.isEmpty } ?? lines.endIndex
      let end = lines.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? start
      sections[key] = Array(lines[start..<end])
    }
    if sections[""]?.isEmpty ?? false {
      sections[""] = nil
      order.removeFirst()
    }
    return (order, sections)
  }
}
