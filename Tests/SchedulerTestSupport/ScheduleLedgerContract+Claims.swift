internal import Scheduler
internal import Testing

extension ScheduleLedgerContract {
  static let claiming: [Clause] = [
    Clause(name: "claims come in the order of their due times, each to one owner") { ledger in
      try await keep([evaluation([start - 120, start - 60]), evaluation([start - 90], of: "often")], in: ledger)
      var found: [OccurrenceClaim] = []
      while let claim = try await claim(ledger, of: ["daily", "often"], owner: "owner \(found.count)") {
        found.append(claim)
      }
      #expect(found.map(\.occurrence.due) == [start - 120, start - 90, start - 60])
      #expect(found.map(\.occurrence.schedule) == ["daily", "often", "daily"])
      #expect(found.map(\.owner) == ["owner 0", "owner 1", "owner 2"])
      #expect(found.map(\.attempt) == [1, 1, 1])
    },
    Clause(name: "nothing is claimed before its time, nor of a schedule that is not asked for") { ledger in
      try await keep([evaluation([start + 60])], in: ledger)
      #expect(try await ledger.nextOpening(of: ["daily"]) == start + 60)
      #expect(try await claim(ledger) == nil)
      #expect(try await claim(ledger, of: ["weekly"], at: start + 60) == nil)
      #expect(try await claim(ledger, of: [], at: start + 60) == nil)
      #expect(try await claim(ledger, at: start + 60) != nil)
    },
    Clause(name: "a lease that ended gives the occurrence to the next") { ledger in
      try await keep([evaluation([start])], in: ledger)
      let dead = try #require(try await claim(ledger, lease: 60))
      #expect(try await ledger.nextOpening(of: ["daily"]) == start + 60)
      #expect(try await claim(ledger, owner: "b", at: start + 59) == nil)
      let alive = try #require(try await claim(ledger, owner: "b", at: start + 60))
      #expect(alive.attempt == 2)
      #expect(try await ledger.end(dead, as: .done(note: "late"), now: start + 61) == false)
      #expect(try await ledger.occurrences(of: nil, limit: 1).first?.state == .claimed)
      #expect(try await ledger.end(alive, as: .done(note: "made"), now: start + 61))
    },
    Clause(name: "a lease from a clock that ran far ahead does not hold") { ledger in
      try await keep([evaluation([start])], in: ledger)
      _ = try #require(try await claim(ledger, at: start + 30 * 86_400))
      #expect(try await claim(ledger, owner: "b", at: start)?.attempt == 2)
      #expect(try await claim(ledger, owner: "c", at: start - 3_600) == nil)
    },
    Clause(name: "many who claim at once get each occurrence once") { ledger in
      try await keep([evaluation((0..<40).map { start - $0 * 60 })], in: ledger)
      let claims = try await withThrowingTaskGroup(of: [OccurrenceClaim].self) { group in
        for owner in 0..<8 {
          group.addTask {
            var found: [OccurrenceClaim] = []
            while let claim = try await claim(ledger, owner: "\(owner)") { found.append(claim) }
            return found
          }
        }
        return try await group.reduce(into: []) { $0 += $1 }
      }
      #expect(claims.count == 40)
      #expect(Set(claims.map(\.occurrence)).count == 40)
    },
  ]

  static let ending: [Clause] = [
    Clause(name: "what is done or failed keeps its note and is not claimed again") { ledger in
      try await keep([evaluation([start - 60, start])], in: ledger)
      let first = try #require(try await claim(ledger))
      #expect(try await ledger.end(first, as: .done(note: "2024-W37-newsletter"), now: start))
      let second = try #require(try await claim(ledger))
      #expect(try await ledger.end(second, as: .failed(reason: "no timeline"), now: start))
      #expect(try await claim(ledger, at: start + 86_400) == nil)
      let records = try await ledger.occurrences(of: "daily", limit: 10)
      #expect(records.map(\.state) == [.failed, .done])
      #expect(records.map(\.note) == ["no timeline", "2024-W37-newsletter"])
      #expect(records.map(\.attempts) == [1, 1])
      #expect(try await ledger.nextOpening(of: ["daily"]) == nil)
    },
    Clause(name: "what is put off opens again later and counts its attempts") { ledger in
      try await keep([evaluation([start])], in: ledger)
      let first = try #require(try await claim(ledger))
      #expect(try await ledger.end(first, as: .putOff(until: start + 300, reason: "disk full"), now: start))
      #expect(try await ledger.occurrences(of: nil, limit: 1).first?.state == .open)
      #expect(try await ledger.occurrences(of: nil, limit: 1).first?.note == "disk full")
      #expect(try await ledger.nextOpening(of: ["daily"]) == start + 300)
      #expect(try await claim(ledger, at: start + 299) == nil)
      #expect(try await claim(ledger, at: start + 300)?.attempt == 2)
    },
    Clause(name: "what is put off is open at once when it is opened again, and a claim is not touched") { ledger in
      try await keep([evaluation([start - 60, start])], in: ledger)
      let first = try #require(try await claim(ledger))
      #expect(try await ledger.end(first, as: .putOff(until: start + 300, reason: "not approved"), now: start))
      _ = try #require(try await claim(ledger, owner: "b"))
      try await ledger.reopen(of: ["weekly"], now: start + 1)
      #expect(try await claim(ledger, at: start + 1) == nil)
      try await ledger.reopen(of: ["daily"], now: start + 1)
      let again = try #require(try await claim(ledger, at: start + 1))
      #expect(again.occurrence.due == start - 60 && again.attempt == 2)
      #expect(try await claim(ledger, at: start + 1) == nil)
    },
    Clause(name: "a claim ends once, and only by its owner") { ledger in
      try await keep([evaluation([start])], in: ledger)
      let claim = try #require(try await claim(ledger))
      var forged = claim
      forged.owner = "b"
      #expect(try await ledger.end(forged, as: .done(note: "b"), now: start) == false)
      forged = claim
      forged.attempt = 2
      #expect(try await ledger.end(forged, as: .done(note: "2"), now: start) == false)
      #expect(try await ledger.end(claim, as: .done(note: "a"), now: start))
      #expect(try await ledger.end(claim, as: .failed(reason: "again"), now: start) == false)
      #expect(try await ledger.occurrences(of: nil, limit: 1).first?.note == "a")
    },
    Clause(name: "pruning forgets what ended, and nothing that waits") { ledger in
      try await keep([evaluation([start - 120, start - 60, start])], in: ledger)
      let first = try #require(try await claim(ledger))
      #expect(try await ledger.end(first, as: .done(note: ""), now: start))
      #expect(try await ledger.prune(dueBefore: start - 120) == 0)
      #expect(try await ledger.prune(dueBefore: start + 1) == 1)
      #expect(try await ledger.occurrences(of: nil, limit: 10).map(\.occurrence.due) == [start, start - 60])
    },
  ]
}
