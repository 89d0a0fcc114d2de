import Delivery
import Dispatch
import Foundation
import Store

/// The side of the helper that takes things out of the outbox.
enum Delivering {
  static func claim(from outbox: SQLiteOutbox) async throws {
    let claims = try await outbox.claim(
      [ClaimQuota(webhook: "desk", count: 1_000)], owner: "helper", now: Date(), lease: .seconds(3_600))
    DelivererHelper.say("claimed \(claims.count)")
    try await Task.sleep(for: .seconds(3_600))
  }

  static func due(from outbox: SQLiteOutbox, options: RunOptions) async throws {
    let loop = try CurlLoop()
    let deliverer = Deliverer(outbox: outbox, transport: loop, webhooks: try options.webhooks)
    DelivererHelper.say("ready")
    let records = try await deliverer.deliverDue(now: Date())
    await loop.stop()
    DelivererHelper.say("delivered \(records.filter { $0.state == .delivered }.count)")
  }

  static func halt(at point: String, from outbox: SQLiteOutbox, options: RunOptions) async throws {
    let transport = HaltingTransport(loop: try CurlLoop(), point: point)
    let deliverer = ContinuousDeliverer(
      Deliverer(outbox: outbox, transport: transport, webhooks: try options.webhooks))
    _ = try await deliverer.run { _ in
      guard point == "recorded" else { return }
      await Self.hang(at: point)
    }
  }

  fileprivate static func hang(at point: String) async {
    DelivererHelper.say("at \(point)")
    try? await Task.sleep(for: .seconds(3_600))
  }

  /// Says `ready`, each trouble, and at the end what was left.
  static func run(from outbox: SQLiteOutbox, options: RunOptions) async throws {
    let loop = try CurlLoop(limits: CurlLoop.Limits(inFlight: options.inFlight, perHost: options.inFlight))
    let deliverer = ContinuousDeliverer(
      Deliverer(
        outbox: outbox, transport: loop, webhooks: try options.webhooks,
        bounds: Deliverer.Bounds(inFlight: options.inFlight)),
      pace: ContinuousDeliverer.Pace(grace: .milliseconds(options.grace)))
    signal(SIGTERM, SIG_IGN)
    let signals = DispatchSource.makeSignalSource(signal: SIGTERM)
    signals.setEventHandler { deliverer.stop() }
    signals.resume()
    DelivererHelper.say("ready")
    do {
      let ending = try await deliverer.run { event in
        if case .trouble(let error) = event { DelivererHelper.say("trouble: \(error)") }
      }
      await loop.stop()
      DelivererHelper.say("released \(ending.released), unrecorded \(ending.unrecorded)")
    } catch {
      DelivererHelper.say("failed: \(error)")
      exit(73)
    }
  }
}

/// What `run` is told behind the port.
struct RunOptions {
  let port: Int
  /// Requests in flight at most.
  var inFlight = 64
  /// The grace time after SIGTERM, in milliseconds.
  var grace = 20_000
  /// The deadline of a request, in milliseconds.
  var deadline = 30_000

  init(port: Int, _ words: [String]) {
    self.port = port
    for word in words {
      let parts = word.split(separator: "=")
      guard parts.count == 2, let number = Int(parts[1]) else { exit(64) }
      switch parts[0] {
      case "inFlight": inFlight = number
      case "grace": grace = number
      case "deadline": deadline = number
      default: exit(64)
      }
    }
  }

  var webhooks: [Webhook] {
    get throws {
      let whole = Duration.milliseconds(deadline)
      return [
        Webhook(
          name: "desk", url: try WebhookURL("http://127.0.0.1:\(port)/", network: .loopback),
          secrets: [Secret("whsec_" + Data(0..<32).base64EncodedString())], network: .loopback,
          deadlines: Deadlines(firstByte: whole, whole: whole), inFlight: inFlight)
      ]
    }
  }
}

/// Hangs before the first request goes out (`claimed`), or once its answer is there (`sent`).
private struct HaltingTransport: Transport {
  let loop: CurlLoop
  let point: String

  func send(_ request: OutgoingRequest) async throws(TransferFailure) -> HTTPAnswer {
    if point == "claimed" { await Delivering.hang(at: point) }
    let answer = try await loop.send(request)
    if point == "sent" { await Delivering.hang(at: point) }
    return answer
  }
}
