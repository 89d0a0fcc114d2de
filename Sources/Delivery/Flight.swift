/// Counts what is under way, in all and for each webhook, and says how much more may start.
///
/// A webhook begins with one delivery at a time. Each success doubles what it may have, up to its own bound, and each
/// failure halves it: one that hangs or fails holds few places, and the others keep their speed.
struct Flight: Sendable {
  private struct Lane {
    var bound: Int
    /// Not in the settings any more: it goes with its last delivery.
    var isLeaving = false
    var allowed = 1
    var count = 0
    /// Nothing more was due when it was last asked for more.
    var isDry = false

    var room: Int { isDry || isLeaving ? 0 : max(0, allowed - count) }
    /// Whether it is worth a claim: asking for each single place would cost the disk a sync each time.
    var isWorthAsking: Bool { room > 0 && (count == 0 || room * 4 >= allowed) }
  }

  private let bound: Int
  private var lanes: [String: Lane]
  private var total = 0

  init(bounds: Deliverer.Bounds, webhooks: [String: Webhook]) {
    bound = bounds.inFlight
    lanes = webhooks.mapValues { Lane(bound: max(1, $0.inFlight)) }
  }

  /// How much each webhook may claim now, those with the least under way first; empty when it is time to wait.
  func quotas() -> [ClaimQuota] {
    var left = bound - total
    let open = lanes.filter(\.value.isWorthAsking).sorted { ($0.value.count, $0.key) < ($1.value.count, $1.key) }
    let share = max(1, left / max(1, open.count))
    return open.compactMap { name, lane in
      let count = min(share, left, lane.room)
      left -= count
      return count > 0 ? ClaimQuota(webhook: name, count: count) : nil
    }
  }

  /// Takes note of a claim: whoever got less than asked for has no more that is due.
  mutating func departed(_ quotas: [ClaimQuota], claims: [Claim]) {
    let counts = Dictionary(grouping: claims, by: \.record.webhook).mapValues(\.count)
    for quota in quotas {
      let count = counts[quota.webhook, default: 0]
      lanes[quota.webhook]?.count += count
      lanes[quota.webhook]?.isDry = count < quota.count
      total += count
    }
  }

  /// Takes note of an attempt's end.
  mutating func landed(_ webhook: String, isWell: Bool) {
    guard var lane = lanes[webhook] else { return }
    lane.count -= 1
    lane.allowed = isWell ? min(lane.bound, lane.allowed * 2) : max(1, lane.allowed / 2)
    lanes[webhook] = lane.isLeaving && lane.count == 0 ? nil : lane
    total -= 1
  }

  /// The webhooks that had nothing more to claim when they were last asked.
  var dryWebhooks: [String] { lanes.filter(\.value.isDry).map(\.key) }

  /// Something may have become due since.
  mutating func mayHaveMore() {
    for name in lanes.keys { lanes[name]?.isDry = false }
  }

  /// Takes over other settings; what is under way to a webhook that is no more goes on counting.
  mutating func replace(webhooks: [String: Webhook]) {
    for (name, lane) in lanes where webhooks[name] == nil {
      lanes[name]?.isLeaving = true
      if lane.count == 0 { lanes[name] = nil }
    }
    for (name, webhook) in webhooks {
      let bound = max(1, webhook.inFlight)
      lanes[name, default: Lane(bound: bound)].bound = bound
      if let allowed = lanes[name]?.allowed { lanes[name]?.allowed = min(allowed, bound) }
      lanes[name]?.isLeaving = false
    }
  }
}
