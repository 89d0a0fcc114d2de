import Timeline

/// The ids that an import has given, so that each is given once.
struct EntryIDs {
  private var taken: Set<String> = []
  /// The last number behind each id that was wanted more than once.
  private var numbers: [String: Int] = [:]

  /// The id itself, or with `-2`, `-3` and so on where it is taken already.
  mutating func unique(_ id: String) -> String {
    if taken.insert(id).inserted { return id }
    var number = numbers[id, default: 1] + 1
    while !taken.insert("\(id)-\(number)").inserted { number += 1 }
    numbers[id] = number
    return "\(id)-\(number)"
  }
}
