internal import Delivery
internal import Foundation
internal import Testing

extension OutboxContract {
  static let completing: [Clause] = [
    Clause(name: "a delivered one is done and keeps its attempt") { outbox in
      _ = try await outbox.accept([parcel()], now: start)
      let claim = try await claimOne(outbox)
      let completion = completion(claim, .delivered)
      #expect(try await outbox.complete(completion))
      let record = try #require(try await outbox.delivery(claim.record.id))
      #expect(record.state == .delivered)
      #expect(record.lastStatus == 200)
      #expect(record.finished == start.addingTimeInterval(0.25))
      #expect(record.nextAttempt == nil)
      #expect(try await outbox.attempts(of: claim.record.id) == [completion.attempt])
      #expect(try await outbox.nextDue(webhooks: ["desk"]) == nil)
    },
    Clause(name: "a failed one waits for its next attempt and says why") { outbox in
      _ = try await outbox.accept([parcel()], now: start)
      let claim = try await claimOne(outbox)
      let next = start.addingTimeInterval(90)
      #expect(
        try await outbox.complete(
          completion(claim, .retry(at: next), status: 503, error: "HTTP 503: ok", event: .failed(slowUntil: nil))))
      let record = try #require(try await outbox.delivery(claim.record.id))
      #expect(record.state == .pending)
      #expect(record.nextAttempt == next)
      #expect(record.lastStatus == 503)
      #expect(record.lastError == "HTTP 503: ok")
      #expect(try await outbox.nextDue(webhooks: ["desk"]) == next)
      #expect(try await claimOne(outbox, at: next).record.attempts == 2)
    },
    Clause(name: "one that was cut off is due again and does not count") { outbox in
      _ = try await outbox.accept([parcel()], now: start)
      let claim = try await claimOne(outbox)
      #expect(try await outbox.complete(completion(claim, .released(at: start), status: nil, event: nil)))
      let record = try #require(try await outbox.delivery(claim.record.id))
      #expect(record.state == .pending)
      #expect(record.attempts - record.attemptsForgiven == 0)
    },
    Clause(name: "a completion by another owner, of another attempt, or a second one changes nothing") { outbox in
      _ = try await outbox.accept([parcel()], now: start)
      let old = try await claimOne(outbox)
      let new = try await claimOne(outbox, owner: "b", at: start.addingTimeInterval(60))
      #expect(try await outbox.complete(completion(old, .delivered)) == false)
      var forged = completion(new, .delivered)
      forged.attempt.number = 1
      #expect(try await outbox.complete(forged) == false)
      #expect(try await outbox.delivery(new.record.id) == new.record)
      #expect(try await outbox.complete(completion(new, .delivered)))
      #expect(try await outbox.complete(completion(new, .dead)) == false)
      #expect(try await outbox.delivery(new.record.id)?.state == .delivered)
      #expect(try await outbox.attempts(of: new.record.id).count == 1)
    },
  ]

  static let deciding: [Clause] = [
    Clause(name: "a dead one can be sent again, with a fresh count") { outbox in
      _ = try await outbox.accept([parcel()], now: start)
      let claim = try await claimOne(outbox)
      _ = try await outbox.complete(completion(claim, .dead, status: 400, error: "HTTP 400: ok"))
      #expect(try await outbox.delivery(claim.record.id)?.state == .dead)
      let later = start.addingTimeInterval(3_600)
      let record = try await outbox.retry(claim.record.id, now: later)
      #expect(record.state == .pending)
      #expect(record.nextAttempt == later)
      #expect(record.roundBegan == later)
      #expect(record.attempts - record.attemptsForgiven == 0)
      #expect(try await outbox.delivery(record.id) == record)
      #expect(try await claimOne(outbox, at: later).record.id == record.id)
    },
    Clause(name: "a cancelled one is not sent, and can be revived") { outbox in
      _ = try await outbox.accept([parcel()], now: start)
      let record = try await outbox.cancel(parcel().id, now: start)
      #expect(record.state == .cancelled)
      #expect(record.finished == start)
      #expect(try await outbox.cancel(parcel().id, now: start) == record)
      let quotas = [ClaimQuota(webhook: "desk", count: 1)]
      #expect(try await outbox.claim(quotas, owner: "a", now: start, lease: .seconds(60)).isEmpty)
      #expect(try await outbox.retry(parcel().id, now: start).state == .pending)
      _ = try await claimOne(outbox)
    },
    Clause(name: "what is being sent or was delivered is neither cancelled nor retried") { outbox in
      _ = try await outbox.accept([parcel()], now: start)
      let claim = try await claimOne(outbox)
      let id = claim.record.id
      await #expect(throws: OutboxError.notPossible(action: "cancel", id: id, state: .sending)) {
        try await outbox.cancel(id, now: start)
      }
      await #expect(throws: OutboxError.notPossible(action: "retry", id: id, state: .sending)) {
        try await outbox.retry(id, now: start)
      }
      _ = try await outbox.complete(completion(claim, .delivered))
      await #expect(throws: OutboxError.notPossible(action: "retry", id: id, state: .delivered)) {
        try await outbox.retry(id, now: start)
      }
    },
    Clause(name: "retention drops what was sent and keeps the row, so that it is not sent again") { outbox in
      _ = try await outbox.accept([parcel(1), parcel(2), parcel(3)], now: start)
      let first = try await claimOne(outbox)
      _ = try await outbox.complete(completion(first, .delivered))
      let second = try await claimOne(outbox)
      _ = try await outbox.complete(completion(second, .dead))
      let later = start.addingTimeInterval(10)
      #expect(try await outbox.prune(finishedBefore: start) == 0)
      #expect(try await outbox.prune(finishedBefore: later) == 1)
      #expect(try await outbox.prune(finishedBefore: later) == 0)
      #expect(try await outbox.payload(of: first.record.id) == nil)
      #expect(try await outbox.attempts(of: first.record.id) == [])
      #expect(try await outbox.payload(of: second.record.id) != nil)
      #expect(try await outbox.accept([parcel(1)], now: later).map(\.isNew) == [false])
    },
  ]

  static let holding: [Clause] = [
    Clause(name: "what came of a webhook's deliveries is told") { outbox in
      #expect(try await outbox.history(of: "desk") == WebhookHistory())
      _ = try await outbox.accept([parcel(1), parcel(2), parcel(3), parcel(4, webhook: "other")], now: start)
      _ = try await outbox.complete(completion(try await claimOne(outbox), .delivered))
      let refused = completion(
        try await claimOne(outbox), .dead, status: 400, error: "HTTP 400: ok", at: start.addingTimeInterval(5))
      _ = try await outbox.complete(refused)
      #expect(
        try await outbox.history(of: "desk")
          == WebhookHistory(
            lastSuccess: start.addingTimeInterval(0.25), lastFailure: refused.attempt, open: 1, dead: 1))
    },
    Clause(name: "a webhook that was never heard of is healthy; what is set is kept") { outbox in
      #expect(try await outbox.health(of: "desk") == WebhookHealth(webhook: "desk"))
      let health = WebhookHealth(
        webhook: "desk", failures: 3, failingSince: start,
        pause: WebhookHealth.Pause(since: start, reason: "gone", nextProbe: start.addingTimeInterval(30)),
        slowUntil: start.addingTimeInterval(5))
      try await outbox.setHealth(health)
      #expect(try await outbox.health(of: "desk") == health)
    },
    Clause(name: "a paused webhook gets nothing until it is resumed") { outbox in
      _ = try await outbox.accept([parcel(1), parcel(2)], now: start)
      let claim = try await claimOne(outbox)
      _ = try await outbox.complete(completion(claim, .dead, status: 410, event: .gone(reason: "answered 410")))
      let quotas = [ClaimQuota(webhook: "desk", count: 1)]
      let later = start.addingTimeInterval(1e6)
      #expect(try await outbox.claim(quotas, owner: "a", now: later, lease: .seconds(60)).isEmpty)
      #expect(try await outbox.nextDue(webhooks: ["desk"]) == .distantFuture)
      #expect(try await outbox.health(of: "desk").pause?.reason == "answered 410")
      try await outbox.setHealth(WebhookHealth(webhook: "desk"))
      #expect(try await outbox.claim(quotas, owner: "a", now: later, lease: .seconds(60)).count == 1)
    },
    Clause(name: "a failing webhook is probed with one delivery at a time, and comes back with the first success") {
      outbox in
      _ = try await outbox.accept([parcel(1), parcel(2), parcel(3)], now: start)
      try await outbox.setHealth(
        WebhookHealth(
          webhook: "desk", failures: 20, failingSince: start,
          pause: WebhookHealth.Pause(since: start, reason: "failing", nextProbe: start)))
      let quotas = [ClaimQuota(webhook: "desk", count: 3)]
      let probes = try await outbox.claim(quotas, owner: "a", now: start, lease: .seconds(60))
      #expect(probes.count == 1)
      #expect(try await outbox.claim(quotas, owner: "a", now: start, lease: .seconds(60)).isEmpty)
      _ = try await outbox.complete(completion(try #require(probes.first), .delivered))
      #expect(try await outbox.claim(quotas, owner: "a", now: start, lease: .seconds(60)).count == 2)
    },
    Clause(name: "a failing webhook is probed even if all that waits for it is due later, which comes at once then") {
      outbox in
      _ = try await outbox.accept([parcel(1), parcel(2)], now: start)
      let far = start.addingTimeInterval(36_000)
      for _ in 1...2 {
        let claim = try await claimOne(outbox)
        _ = try await outbox.complete(completion(claim, .retry(at: far), status: 500, event: .failed(slowUntil: nil)))
      }
      let probe = start.addingTimeInterval(30)
      try await outbox.setHealth(
        WebhookHealth(
          webhook: "desk", failures: 20, failingSince: start,
          pause: WebhookHealth.Pause(since: start, reason: "failing", nextProbe: probe)))
      let quotas = [ClaimQuota(webhook: "desk", count: 3)]
      #expect(try await outbox.nextDue(webhooks: ["desk"]) == probe)
      #expect(try await outbox.claim(quotas, owner: "a", now: start, lease: .seconds(60)).isEmpty)
      let probes = try await outbox.claim(quotas, owner: "a", now: probe, lease: .seconds(60))
      #expect(probes.count == 1)
      #expect(try await outbox.nextDue(webhooks: ["desk"]) == probe.addingTimeInterval(30))
      _ = try await outbox.complete(completion(try #require(probes.first), .delivered, at: probe))
      let ended = probe.addingTimeInterval(0.25)
      #expect(try await outbox.nextDue(webhooks: ["desk"]) == ended)
      #expect(try await outbox.claim(quotas, owner: "a", now: ended, lease: .seconds(60)).count == 1)
    },
    Clause(name: "a webhook that asked for a rest is not probed before it is over") { outbox in
      _ = try await outbox.accept([parcel(1)], now: start)
      let rest = start.addingTimeInterval(3_600)
      try await outbox.setHealth(
        WebhookHealth(
          webhook: "desk", failures: 20, failingSince: start,
          pause: WebhookHealth.Pause(since: start, reason: "failing", nextProbe: start), slowUntil: rest))
      #expect(try await outbox.nextDue(webhooks: ["desk"]) == rest)
      let quotas = [ClaimQuota(webhook: "desk", count: 1)]
      #expect(try await outbox.claim(quotas, owner: "a", now: start, lease: .seconds(60)).isEmpty)
      #expect(try await outbox.claim(quotas, owner: "a", now: rest, lease: .seconds(60)).count == 1)
    },
    Clause(name: "an overloaded webhook rests for as long as it asked") { outbox in
      _ = try await outbox.accept([parcel(1), parcel(2)], now: start)
      let claim = try await claimOne(outbox)
      let rest = start.addingTimeInterval(40)
      _ = try await outbox.complete(
        completion(claim, .retry(at: rest), status: 429, event: .failed(slowUntil: rest)))
      let quotas = [ClaimQuota(webhook: "desk", count: 3)]
      #expect(
        try await outbox.claim(quotas, owner: "a", now: start.addingTimeInterval(39), lease: .seconds(60)).isEmpty)
      #expect(try await outbox.nextDue(webhooks: ["desk"]) == rest)
      #expect(try await outbox.claim(quotas, owner: "a", now: rest, lease: .seconds(60)).count == 2)
    },
  ]
}
