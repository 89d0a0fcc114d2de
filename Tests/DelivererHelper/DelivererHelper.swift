import Delivery
import Foundation
import Store

/// A process for tests to kill: it accepts deliveries, or delivers what is due, and says what it has done.
///
/// `accept FOLDER COUNT` prints the ids once they are on disk; `deliver FOLDER PORT` delivers until nothing is due;
/// `claim FOLDER` claims everything that is due, says `claimed`, and hangs; `accept-each FOLDER COUNT NAME` accepts one
/// at a time and prints each id with the milliseconds that it took.
@main
struct DelivererHelper {
  static func main() async throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3 else { exit(64) }
    let outbox = SQLiteOutbox(try StateDatabase(folder: arguments[2]))
    let argument = arguments.count > 3 ? Int(arguments[3]) ?? 0 : 0
    switch arguments[1] {
    case "accept": try await accept(argument, into: outbox)
    case "accept-each": try await acceptEach(argument, named: arguments[4], into: outbox)
    case "deliver": try await deliver(from: outbox, port: argument)
    case "claim":
      let claims = try await outbox.claim(
        [ClaimQuota(webhook: "desk", count: 1_000)], owner: "helper", now: Date(), lease: .seconds(3_600))
      say("claimed \(claims.count)")
      try await Task.sleep(for: .seconds(3_600))
    default: exit(64)
    }
  }

  private static func accept(_ count: Int, into outbox: SQLiteOutbox) async throws {
    for start in stride(from: 0, to: count, by: 100) {
      let parcels = (start..<min(start + 100, count)).map { number in
        Parcel(
          draft: "draft-\(number)", textHash: "sha256:\(number)", webhook: "desk",
          payload: Payload(
            body: Array("{\"number\":\(number),\"text\":\"\(String(repeating: "x", count: 400))\"}".utf8)))
      }
      say(try await outbox.accept(parcels, now: Date()).map(\.record.id).joined(separator: "\n"))
    }
  }

  private static func acceptEach(_ count: Int, named name: String, into outbox: SQLiteOutbox) async throws {
    for number in 0..<count {
      let parcel = Parcel(
        draft: "\(name)-\(number)", textHash: "sha256:\(number)", webhook: "desk",
        payload: Payload(body: Array(repeating: 0x20, count: 2_000)))
      let began = ContinuousClock.now
      do {
        let id = try await outbox.accept([parcel], now: Date())[0].record.id
        say("\(id) \((began.duration(to: .now) / .milliseconds(1)).rounded())")
      } catch {
        say("failed after \((began.duration(to: .now) / .milliseconds(1)).rounded()): \(error)")
        exit(73)
      }
    }
  }

  private static func deliver(from outbox: SQLiteOutbox, port: Int) async throws {
    let webhook = Webhook(
      name: "desk", url: try WebhookURL("http://127.0.0.1:\(port)/", network: .loopback),
      secrets: [Secret("whsec_" + Data(0..<32).base64EncodedString())], network: .loopback)
    let loop = try CurlLoop()
    let deliverer = Deliverer(outbox: outbox, transport: loop, webhooks: [webhook])
    say("ready")
    let records = try await deliverer.deliverDue(now: Date())
    await loop.stop()
    say("delivered \(records.filter { $0.state == .delivered }.count)")
  }

  private static func say(_ text: String) {
    FileHandle.standardOutput.write(Data((text + "\n").utf8))
  }
}
