import Delivery
import DeliveryTestSupport
import Foundation
import Store
import TestSupport
import Testing

@Suite struct SQLiteOutboxTests {
  @Test(arguments: OutboxContract.clauses)
  func keepsTheContract(_ clause: OutboxContract.Clause) async throws {
    try await withTemporaryFolder { folder in
      let database = try StateDatabase(folder: folder.appending(path: "state").path)
      try await clause.check(SQLiteOutbox(database))
      try database.close()
    }
  }

  @Test func nobodyElseMayReadTheState() async throws {
    try await withTemporaryFolder { folder in
      let state = folder.appending(path: "state")
      let database = try StateDatabase(folder: state.path)
      _ = try await SQLiteOutbox(database).recoverLeases(now: Date())
      let mode = { (path: String) throws -> Int? in
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      }
      #expect(try mode(state.path) == 0o700)
      for file in try FileManager.default.contentsOfDirectory(atPath: state.path) {
        #expect(try mode(state.appending(path: file).path) == 0o600, "\(file)")
      }
      try database.close()
    }
  }

  @Test func whatWasAcceptedIsThereAfterOpeningAgain() async throws {
    try await withTemporaryFolder { folder in
      let parcel = Parcel(draft: "d", textHash: "h", webhook: "desk", payload: Payload(body: [1, 2, 3]))
      let now = Date(timeIntervalSince1970: 1_725_868_800)
      let first = try StateDatabase(folder: folder.path)
      let accepted = try await SQLiteOutbox(first).accept([parcel], now: now)
      try first.close()
      let second = try StateDatabase(folder: folder.path)
      #expect(try await SQLiteOutbox(second).deliveries(DeliveryFilter()) == accepted.map(\.record))
      try second.close()
    }
  }

  @Test func onlyWhoIsAloneTakesBackTheClaimsOfOthers() async throws {
    try await withTemporaryFolder { folder in
      let now = Date(timeIntervalSince1970: 1_725_868_800)
      let quotas = [ClaimQuota(webhook: "desk", count: 1)]
      let dead = try StateDatabase(folder: folder.path)
      let living = try StateDatabase(folder: folder.path)
      let parcel = Parcel(draft: "d", textHash: "h", webhook: "desk", payload: Payload(body: []))
      _ = try await SQLiteOutbox(dead).accept([parcel], now: now)
      #expect(try await SQLiteOutbox(dead).recoverLeases(now: now) == 0)
      _ = try await SQLiteOutbox(dead).claim(quotas, owner: "dead", now: now, lease: .seconds(600))

      // As long as the other delivers, its claim stays.
      let other = SQLiteOutbox(living)
      #expect(try await other.recoverLeases(now: now) == 0)
      #expect(try await other.claim(quotas, owner: "b", now: now, lease: .seconds(600)).isEmpty)
      try living.close()
      try dead.close()

      let alone = try StateDatabase(folder: folder.path)
      #expect(try await SQLiteOutbox(alone).recoverLeases(now: now) == 1)
      let claims = try await SQLiteOutbox(alone).claim(quotas, owner: "c", now: now, lease: .seconds(600))
      #expect(claims.map(\.record.attempts) == [2])
      #expect(claims.map(\.record.attemptsForgiven) == [1])
      try alone.close()
    }
  }

  @Test func aFolderThatCannotBeMadeAndAFileThatIsNoDatabaseAreSaid() async throws {
    try await withTemporaryFolder { folder in
      let missing = folder.appending(path: "no/such/place").path
      #expect(throws: OutboxError.cannotWrite(path: missing, reason: "no such file or directory")) {
        try StateDatabase(folder: missing)
      }
      try Data(repeating: 0x41, count: 8_192).write(to: folder.appending(path: "state.sqlite"))
      let path = folder.appending(path: "state.sqlite").path
      #expect(throws: OutboxError.unusable(path: path, reason: "it is no SQLite database")) {
        try StateDatabase(folder: folder.path)
      }
    }
  }

  @Test func generatedTextsAreKept() async throws {
    try await withTemporaryFolder { folder in
      let database = try StateDatabase(folder: folder.path)
      let texts = SQLiteGeneratedTexts(database)
      #expect(try texts.text(ofDraft: "a") == nil)
      try texts.record("one", ofDraft: "a")
      try texts.record("two", ofDraft: "a")
      #expect(try texts.text(ofDraft: "a") == "two")
      try database.close()
    }
  }
}
