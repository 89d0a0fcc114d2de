/// Counts what is under way, in all and for each webhook, and says how much more may start.
struct Flight: Sendable {
  private let bounds: Deliverer.Bounds
  private let limits: [String: Int]
  private var counts: [String: Int] = [:]
  private(set) var total = 0

  init(bounds: Deliverer.Bounds, webhooks: [String: Webhook]) {
    self.bounds = bounds
    limits = webhooks.mapValues { max(1, $0.inFlight) }
  }

  /// The webhooks that may have more, each with an even share of what is free, so that none starves another.
  func quotas() -> [ClaimQuota] {
    let free = bounds.inFlight - total
    let open = limits.filter { counts[$0.key, default: 0] < $0.value }
    guard free > 0, !open.isEmpty else { return [] }
    let share = max(1, free / open.count)
    var left = free
    // Those with the least under way come first, should there be less than one place for each.
    let order = open.keys.sorted { (counts[$0, default: 0], $0) < (counts[$1, default: 0], $1) }
    return order.compactMap { name in
      let count = min(share, left, limits[name, default: 1] - counts[name, default: 0])
      left -= count
      return count > 0 ? ClaimQuota(webhook: name, count: count) : nil
    }
  }

  mutating func departed(_ webhook: String) {
    counts[webhook, default: 0] += 1
    total += 1
  }

  mutating func landed(_ webhook: String) {
    counts[webhook, default: 0] -= 1
    total -= 1
  }
}
