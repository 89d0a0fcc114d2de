import Delivery
import Foundation
import Store

/// The side of the helper that puts things into the outbox.
enum Accepting {
  static func all(_ count: Int, into outbox: SQLiteOutbox) async throws {
    for start in stride(from: 0, to: count, by: 100) {
      let parcels = (start..<min(start + 100, count)).map { number in
        Parcel(
          draft: "draft-\(number)", textHash: "sha256:\(number)", webhook: "desk",
          payload: Payload(
            body: Array("{\"number\":\(number),\"text\":\"\(String(repeating: "x", count: 400))\"}".utf8)))
      }
      DelivererHelper.say(try await outbox.accept(parcels, now: Date()).map(\.record.id).joined(separator: "\n"))
    }
  }

  static func each(
    _ count: Int, named name: String, isOpenedAnew: Bool = false, open: () throws -> SQLiteOutbox
  ) async {
    var kept: SQLiteOutbox?
    for number in 0..<count {
      let parcel = Parcel(
        draft: "\(name)-\(number)", textHash: "sha256:\(number)", webhook: "desk",
        payload: Payload(body: Array(repeating: 0x20, count: 2_000)))
      let began = ContinuousClock.now
      do {
        let outbox = try kept ?? open()
        let id = try await outbox.accept([parcel], now: Date())[0].record.id
        if isOpenedAnew { try outbox.close() } else { kept = outbox }
        DelivererHelper.say("\(id) \((began.duration(to: .now) / .milliseconds(1)).rounded())")
      } catch {
        DelivererHelper.say("failed after \((began.duration(to: .now) / .milliseconds(1)).rounded()): \(error)")
        exit(73)
      }
    }
  }
}
