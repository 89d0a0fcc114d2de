internal import Delivery
internal import Foundation
internal import Testing

extension OutboxContract {
  static let acceptance: [Clause] = [
    Clause(name: "an accepted parcel is pending and due") { outbox in
      let accepted = try await outbox.accept([parcel()], now: start)
      #expect(accepted.map(\.isNew) == [true])
      let record = try #require(try await outbox.delivery("msg_desk1sha256:aa"))
      #expect(record == accepted.first?.record)
      #expect(record.state == .pending)
      #expect(record.attempts == 0)
      #expect(record.nextAttempt == start)
      #expect(record.accepted == start)
      #expect(record.finished == nil)
      #expect(try await outbox.payload(of: record.id) == parcel().payload)
    },
    Clause(name: "the same text for the same webhook is the delivery that is there") { outbox in
      let first = try await outbox.accept([parcel()], now: start)
      var again = parcel()
      again.id = "msg_other"
      again.payload.body = Array("other".utf8)
      let second = try await outbox.accept([again], now: start.addingTimeInterval(60))
      #expect(second == [Acceptance(record: first[0].record, isNew: false)])
      #expect(try await outbox.delivery("msg_other") == nil)
      #expect(try await outbox.payload(of: first[0].record.id) == parcel().payload)
    },
    Clause(name: "what was cancelled and is accepted again is due again, as what it is now") { outbox in
      let first = try await outbox.accept([parcel()], now: start)
      _ = try await outbox.cancel(first[0].record.id, now: start)
      var again = parcel()
      again.id = "msg_other"
      again.payload.body = Array("other".utf8)
      let later = start.addingTimeInterval(60)
      let second = try await outbox.accept([again], now: later)
      #expect(second.map(\.isNew) == [true] && second[0].record.id == first[0].record.id)
      #expect(second[0].record.state == .pending && second[0].record.nextAttempt == later)
      #expect(try await outbox.delivery(first[0].record.id) == second[0].record)
      #expect(try await outbox.payload(of: first[0].record.id) == again.payload)
      _ = try await outbox.cancel(first[0].record.id, now: later)
      _ = try await outbox.prune(finishedBefore: later.addingTimeInterval(1))
      #expect(try await outbox.accept([again], now: later).map(\.isNew) == [true])
      let claims = try await outbox.claim(
        [ClaimQuota(webhook: "desk", count: 1)], owner: "a", now: later, lease: .seconds(60))
      #expect(claims.map(\.payload) == [again.payload])
    },
    Clause(name: "an edited draft, or another webhook, is another delivery") { outbox in
      let parcels = [parcel(), parcel(hash: "sha256:bb"), parcel(webhook: "other")]
      let accepted = try await outbox.accept(parcels, now: start)
      #expect(accepted.map(\.isNew) == [true, true, true])
      #expect(try await outbox.deliveries(DeliveryFilter()).map(\.id) == parcels.map(\.id))
    },
    Clause(name: "lists by state, draft, webhook and number") { outbox in
      _ = try await outbox.accept([parcel(1), parcel(2), parcel(3, webhook: "other")], now: start)
      _ = try await outbox.cancel(parcel(1).id, now: start)
      #expect(
        try await outbox.counts() == [
          DeliveryCount(webhook: "desk", state: .cancelled, count: 1),
          DeliveryCount(webhook: "desk", state: .pending, count: 1),
          DeliveryCount(webhook: "other", state: .pending, count: 1),
        ])
      let ids = { (filter: DeliveryFilter) in try await outbox.deliveries(filter).map(\.id) }
      #expect(try await ids(DeliveryFilter(states: [.cancelled])) == [parcel(1).id])
      #expect(try await ids(DeliveryFilter(drafts: ["draft-2", "draft-3"], webhooks: ["desk"])) == [parcel(2).id])
      #expect(try await ids(DeliveryFilter(limit: 2)) == [parcel(2).id, parcel(3, webhook: "other").id])
      #expect(try await ids(DeliveryFilter(drafts: ["none"])) == [])
    },
    Clause(name: "what is not there is not there") { outbox in
      let payload = try await outbox.payload(of: "msg_none")
      #expect(payload == nil)
      #expect(try await outbox.delivery("msg_none") == nil)
      #expect(try await outbox.attempts(of: "msg_none") == [])
      #expect(try await outbox.nextDue(webhooks: ["desk"]) == nil)
      await #expect(throws: OutboxError.noSuchDelivery(id: "msg_none")) {
        try await outbox.retry("msg_none", now: start)
      }
    },
  ]

  static let claiming: [Clause] = [
    Clause(name: "what a clock that ran ahead has put off is due") { outbox in
      let ahead = start.addingTimeInterval(90 * 86_400)
      _ = try await outbox.accept([parcel(1)], now: ahead)
      _ = try await outbox.accept([parcel(2)], now: start.addingTimeInterval(86_400))
      _ = try await outbox.recoverLeases(now: start)
      let quotas = [ClaimQuota(webhook: "desk", count: 9)]
      let claims = try await outbox.claim(quotas, owner: "a", now: start, lease: .seconds(60))
      #expect(claims.map(\.record.id) == [parcel(1).id])
    },
    Clause(name: "claims what is due, the oldest first, as many as asked for") { outbox in
      _ = try await outbox.accept([parcel(1), parcel(2), parcel(3)], now: start)
      let quotas = [ClaimQuota(webhook: "desk", count: 2)]
      let early = try await outbox.claim(
        quotas, owner: "a", now: start.addingTimeInterval(-1), lease: .seconds(60))
      #expect(early.isEmpty)
      let claims = try await outbox.claim(quotas, owner: "a", now: start, lease: .seconds(60))
      #expect(claims.map(\.record.id) == [parcel(1).id, parcel(2).id])
      #expect(claims.map(\.payload) == [parcel(1).payload, parcel(2).payload])
      #expect(claims.allSatisfy { $0.record.state == .sending && $0.record.attempts == 1 && $0.owner == "a" })
      #expect(try await outbox.delivery(parcel(1).id) == claims[0].record)
    },
    Clause(name: "never claims twice while a lease lasts, and only for the webhooks asked for") { outbox in
      _ = try await outbox.accept([parcel(1), parcel(2, webhook: "other")], now: start)
      _ = try await claimOne(outbox)
      let quotas = [ClaimQuota(webhook: "desk", count: 9)]
      let later = start.addingTimeInterval(59)
      #expect(try await outbox.claim(quotas, owner: "b", now: later, lease: .seconds(60)).isEmpty)
    },
    Clause(name: "an expired lease can be claimed anew, without counting against the delivery") { outbox in
      _ = try await outbox.accept([parcel()], now: start)
      _ = try await claimOne(outbox)
      let claim = try await claimOne(outbox, owner: "b", at: start.addingTimeInterval(60))
      #expect(claim.record.attempts == 2)
      #expect(claim.record.attemptsForgiven == 1)
    },
    Clause(name: "nobody gets an expired lease of their own: they are still at work, whatever the clock says") {
      outbox in
      _ = try await outbox.accept([parcel()], now: start)
      let claim = try await claimOne(outbox)
      let quotas = [ClaimQuota(webhook: "desk", count: 1)]
      let later = start.addingTimeInterval(3_600)
      #expect(try await outbox.claim(quotas, owner: "a", now: later, lease: .seconds(60)).isEmpty)
      #expect(try await outbox.complete(completion(claim, .delivered)))
    },
    Clause(name: "concurrent claims share the work without overlap") { outbox in
      _ = try await outbox.accept((1...60).map { parcel($0) }, now: start)
      let ids = try await withThrowingTaskGroup(of: [String].self) { group in
        for owner in ["a", "b", "c", "d", "e", "f"] {
          group.addTask {
            try await outbox.claim(
              [ClaimQuota(webhook: "desk", count: 10)], owner: owner, now: start, lease: .seconds(60)
            ).map(\.record.id)
          }
        }
        return try await group.reduce(into: []) { $0 += $1 }
      }
      #expect(ids.count == 60)
      #expect(Set(ids).count == 60)
    },
  ]
}
