package import FoundationEssentials

/// How a webhook has been doing, and whether it is held back.
package struct WebhookHealth: Sendable, Hashable {
  package var webhook: String
  /// Failures of the webhook itself in a row; an answer that refuses one payload is none.
  package var failures: Int
  /// The first of them.
  package var failingSince: Date?
  package var pause: Pause?
  /// Asked to slow down: nothing is sent before this.
  package var slowUntil: Date?

  /// Why nothing is sent, and how that ends.
  package struct Pause: Sendable, Hashable {
    package var since: Date
    /// A sentence for people without a full stop.
    package var reason: String
    /// When one delivery is let through to see whether it works again; nil when only a person resumes it.
    package var nextProbe: Date?

    package init(since: Date, reason: String, nextProbe: Date? = nil) {
      self.since = since
      self.reason = reason
      self.nextProbe = nextProbe
    }
  }

  /// What one attempt tells about its webhook.
  package enum Event: Sendable, Hashable {
    /// It answered: well, or with a refusal of this payload.
    case answered
    /// It failed; `slowUntil` is set where it asked for a rest.
    case failed(slowUntil: Date?)
    /// It said 410: it is gone until a person resumes it.
    case gone(reason: String)
  }

  package init(
    webhook: String, failures: Int = 0, failingSince: Date? = nil, pause: Pause? = nil, slowUntil: Date? = nil
  ) {
    self.webhook = webhook
    self.failures = failures
    self.failingSince = failingSince
    self.pause = pause
    self.slowUntil = slowUntil
  }
}

extension WebhookHealth {
  /// After so many failures in a row a webhook is paused and probed.
  package static let failuresToPause = 20
  /// Nor is it paused before it has failed for so long.
  package static let timeToPause: TimeInterval = 300
  /// The time between two probes.
  package static let probeInterval: TimeInterval = 30

  /// When deliveries may go out again: nil for now or never asked to wait, `distantFuture` when a person decides.
  package var heldUntil: Date? {
    guard let pause else { return slowUntil }
    return max(pause.nextProbe ?? .distantFuture, slowUntil ?? .distantPast)
  }

  /// Whether at most one delivery may go out now, to see whether it works again; whichever waits the least, due or not.
  package var isProbing: Bool { pause?.nextProbe != nil }

  /// The state in which it is once a probe has been let through: the next one has to wait.
  package func probed(at now: Date) -> WebhookHealth {
    var next = self
    if isProbing { next.pause?.nextProbe = now.addingTimeInterval(Self.probeInterval) }
    return next
  }

  /// How it is doing after one more attempt.
  package func after(_ event: Event, at now: Date) -> WebhookHealth {
    var next = self
    switch event {
    case .answered:
      // A person's pause, or that of a webhook that is gone, ends only by a person.
      if let pause, pause.nextProbe == nil { return self }
      next = WebhookHealth(webhook: webhook)
    case .failed(let slowUntil):
      next.failures += 1
      next.failingSince = failingSince ?? now
      next.slowUntil = [self.slowUntil, slowUntil].compactMap { $0 }.max()
      if next.pause?.nextProbe != nil {
        next.pause?.nextProbe = now.addingTimeInterval(Self.probeInterval)
      } else if pause == nil, next.failures >= Self.failuresToPause,
        let since = next.failingSince, now.timeIntervalSince(since) >= Self.timeToPause
      {
        next.pause = Pause(
          since: now, reason: "failed \(next.failures) times in a row",
          nextProbe: now.addingTimeInterval(Self.probeInterval))
      }
    case .gone(let reason):
      next.pause = Pause(since: now, reason: reason)
    }
    return next
  }
}
