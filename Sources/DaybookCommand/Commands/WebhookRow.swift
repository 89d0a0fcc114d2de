internal import Delivery
internal import FoundationEssentials

/// One webhook in `--json` and on lines.
struct WebhookRow: Encodable {
  var name: String
  var format: String
  /// Without what may be secret.
  var url: String
  /// `active`, `failing` or `paused`.
  var state: String
  /// Why it is paused.
  @NullIfUnknown var reason: String?
  /// Since when it fails or is paused; this and the other times in RFC 3339, in UTC.
  @NullIfUnknown var since: String?
  /// When one delivery is let through to see whether it works again.
  @NullIfUnknown var nextProbe: String?
  @NullIfUnknown var lastSuccess: String?
  @NullIfUnknown var lastFailure: String?
  @NullIfUnknown var lastError: String?
  /// Deliveries that wait or are under way.
  var open: Int
  var dead: Int

  init(_ webhook: Settings.WebhookSettings, health: WebhookHealth, history: WebhookHistory) {
    name = webhook.name
    format = webhook.format
    url =
      switch webhook.address {
      case .written(let url): url.description
      case .secret: Redactor.mark
      }
    state = health.pause != nil ? "paused" : health.failures > 0 ? "failing" : "active"
    reason = health.pause?.reason
    since = (health.pause?.since ?? health.failingSince)?.formatted(.iso8601)
    nextProbe = health.pause?.nextProbe?.formatted(.iso8601)
    lastSuccess = history.lastSuccess?.formatted(.iso8601)
    lastFailure = history.lastFailure?.began.formatted(.iso8601)
    lastError = history.lastFailure?.error
    open = history.open
    dead = history.dead
  }

  /// `active     desk  standard  https://…`, with what there is to know of it.
  var line: String {
    var lines = ["\(state.padded(to: 11))\(name)  \(format)  \(url)"]
    if let reason { lines.append("\(reason), since \(since ?? "?")") }
    if let nextProbe { lines.append("tried again \(nextProbe)") }
    if let lastSuccess { lines.append("last delivery \(lastSuccess)") }
    if let lastFailure { lines.append("last failure \(lastFailure): \(lastError ?? "")") }
    if open + dead > 0 { lines.append("\(open) open, \(dead) given up") }
    return lines.joined(separator: "\n           ")
  }
}

/// `{"webhooks": […]}`.
struct WebhookRows: Encodable {
  var webhooks: [WebhookRow]
}
