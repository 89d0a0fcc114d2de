package import FoundationEssentials

/// An outbox that lives as long as its process; for tests and for trying a webhook out.
package actor MemoryOutbox: Outbox {
  private struct Row {
    var record: DeliveryRecord
    var payload: Payload?
    var owner: String?
    var leaseUntil: Date?
    var attempts: [Attempt] = []
  }

  /// In the order of acceptance.
  private var rows: [Row] = []
  private var healths: [String: WebhookHealth] = [:]

  package init() {}

  package func accept(_ parcels: [Parcel], now: Date) -> [Acceptance] {
    parcels.map { parcel in
      let old = rows.firstIndex {
        $0.record.draft == parcel.draft && $0.record.textHash == parcel.textHash && $0.record.webhook == parcel.webhook
      }
      if let old { return accept(parcel, again: old, now: now) }
      let record = DeliveryRecord(
        id: parcel.id, draft: parcel.draft, textHash: parcel.textHash, webhook: parcel.webhook, nextAttempt: now,
        accepted: now)
      rows.append(Row(record: record, payload: parcel.payload))
      return Acceptance(record: record, isNew: true)
    }
  }

  private func accept(_ parcel: Parcel, again index: Int, now: Date) -> Acceptance {
    let isRevived = rows[index].record.revive(now: now)
    if isRevived { rows[index].payload = parcel.payload }
    return Acceptance(record: rows[index].record, isNew: isRevived)
  }

  package func recoverLeases(now: Date) -> Int {
    let horizon = now.addingTimeInterval(RetrySchedule.furthest)
    for index in rows.indices where rows[index].record.state == .pending {
      rows[index].record.nextAttempt = rows[index].record.nextAttempt.map { $0 > horizon ? now : $0 }
    }
    for (name, health) in healths where health.pause?.nextProbe.map({ $0 > horizon }) ?? false {
      healths[name]?.pause?.nextProbe = now
    }
    // Whoever shares this outbox shares the process, so no claim here is a dead process's.
    return 0
  }

  package func claim(_ quotas: [ClaimQuota], owner: String, now: Date, lease: Duration) -> [Claim] {
    quotas.flatMap { quota in
      let health = health(of: quota.webhook)
      if let held = health.heldUntil, held > now { return [Claim]() }
      let claims = rows.indices.filter {
        rows[$0].record.webhook == quota.webhook && rows[$0].owner != owner
          && ((dueDate($0) ?? .distantFuture) <= now || (health.isProbing && rows[$0].record.state == .pending))
      }
      .sorted { (dueDate($0) ?? now, $0) < (dueDate($1) ?? now, $1) }
      .prefix(health.isProbing ? 1 : quota.count)
      .compactMap { claim($0, owner: owner, until: now.addingTimeInterval(Double(seconds: lease))) }
      if !claims.isEmpty, health.isProbing { healths[quota.webhook] = health.probed(at: now) }
      return claims
    }
  }

  private func claim(_ index: Int, owner: String, until end: Date) -> Claim? {
    guard let payload = rows[index].payload else { return nil }
    if rows[index].record.state == .sending { rows[index].record.attemptsForgiven += 1 }
    rows[index].record.state = .sending
    rows[index].record.attempts += 1
    rows[index].record.nextAttempt = nil
    rows[index].owner = owner
    rows[index].leaseUntil = end
    return Claim(record: rows[index].record, payload: payload, owner: owner)
  }

  private func dueDate(_ index: Int) -> Date? {
    switch rows[index].record.state {
    case .pending: rows[index].record.nextAttempt
    case .sending: rows[index].leaseUntil
    case .delivered, .dead, .cancelled: nil
    }
  }

  package func complete(_ completion: Completion) -> Bool {
    guard
      let index = rows.firstIndex(where: {
        $0.record.id == completion.id && $0.record.state == .sending && $0.owner == completion.owner
          && $0.record.attempts == completion.attempt.number
      })
    else { return false }
    rows[index].record.end(completion)
    rows[index].attempts.append(completion.attempt)
    rows[index].owner = nil
    rows[index].leaseUntil = nil
    if let event = completion.event {
      let webhook = rows[index].record.webhook
      let before = health(of: webhook)
      let next = before.after(event, at: completion.attempt.ended)
      healths[webhook] = next
      if before.pause != nil, next.pause == nil { hurry(webhook, at: completion.attempt.ended) }
    }
    return true
  }

  private func hurry(_ webhook: String, at date: Date) {
    for index in rows.indices where rows[index].record.webhook == webhook {
      rows[index].record.nextAttempt = rows[index].record.nextAttempt.map { min($0, date) }
    }
  }

  package func deliveries(_ filter: DeliveryFilter) -> [DeliveryRecord] {
    let found = rows.map(\.record).filter {
      (filter.states.isEmpty || filter.states.contains($0.state))
        && (filter.drafts.isEmpty || filter.drafts.contains($0.draft))
        && (filter.webhooks.isEmpty || filter.webhooks.contains($0.webhook))
    }
    return filter.limit.map { Array(found.suffix($0)) } ?? found
  }

  package func counts() -> [DeliveryCount] {
    let groups = Dictionary(grouping: rows.map(\.record)) { [$0.webhook, $0.state.rawValue] }
    return groups.values.compactMap { records in
      records.first.map { DeliveryCount(webhook: $0.webhook, state: $0.state, count: records.count) }
    }
    .sorted { ($0.webhook, $0.state.rawValue) < ($1.webhook, $1.state.rawValue) }
  }

  package func delivery(_ id: String) -> DeliveryRecord? {
    rows.first { $0.record.id == id }?.record
  }

  package func attempts(of id: String) -> [Attempt] {
    rows.first { $0.record.id == id }?.attempts ?? []
  }

  package func payload(of id: String) -> Payload? {
    rows.first { $0.record.id == id }?.payload
  }

  package func retry(_ id: String, now: Date) throws -> DeliveryRecord {
    let index = try index(of: id)
    try rows[index].record.retry(now: now, hasPayload: rows[index].payload != nil)
    return rows[index].record
  }

  package func cancel(_ id: String, now: Date) throws -> DeliveryRecord {
    let index = try index(of: id)
    try rows[index].record.cancel(now: now)
    return rows[index].record
  }

  private func index(of id: String) throws(OutboxError) -> Int {
    guard let index = rows.firstIndex(where: { $0.record.id == id }) else { throw .noSuchDelivery(id: id) }
    return index
  }

  package func nextDue(webhooks: [String]) -> Date? {
    rows.indices.filter { webhooks.contains(rows[$0].record.webhook) }.compactMap { index in
      guard let due = dueDate(index) else { return nil }
      let health = health(of: rows[index].record.webhook)
      if health.isProbing, rows[index].record.state == .pending { return health.heldUntil }
      return max(due, health.heldUntil ?? .distantPast)
    }.min()
  }

  package func health(of webhook: String) -> WebhookHealth {
    healths[webhook] ?? WebhookHealth(webhook: webhook)
  }

  package func history(of webhook: String) -> WebhookHistory {
    let own = rows.filter { $0.record.webhook == webhook }
    return WebhookHistory(
      lastSuccess: own.filter { $0.record.state == .delivered }.compactMap(\.record.finished).max(),
      lastFailure: own.flatMap(\.attempts).filter { $0.error != nil }.max { $0.began < $1.began },
      open: own.count { $0.record.state == .pending || $0.record.state == .sending },
      dead: own.count { $0.record.state == .dead })
  }

  package func setHealth(_ health: WebhookHealth) {
    healths[health.webhook] = health
  }

  package func prune(finishedBefore date: Date) -> Int {
    let old = rows.indices.filter { rows[$0].payload != nil && rows[$0].record.isPrunable(before: date) }
    for index in old {
      rows[index].payload = nil
      rows[index].attempts = []
    }
    return old.count
  }
}
