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
  var reason: String?
  /// Since when it fails or is paused; this and the other times in RFC 3339, in UTC.
  var since: String?
  /// When one delivery is let through to see whether it works again.
  var nextProbe: String?
  var lastSuccess: String?
  var lastFailure: String?
  var lastError: String?
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

  private enum CodingKeys: String, CodingKey {
    case name, format, url, state, reason, since, nextProbe, lastSuccess, lastFailure, lastError, open, dead
  }

  /// Every key stands in every row; what is not known is null.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(format, forKey: .format)
    try container.encode(url, forKey: .url)
    try container.encode(state, forKey: .state)
    try container.encode(reason, forKey: .reason)
    try container.encode(since, forKey: .since)
    try container.encode(nextProbe, forKey: .nextProbe)
    try container.encode(lastSuccess, forKey: .lastSuccess)
    try container.encode(lastFailure, forKey: .lastFailure)
    try container.encode(lastError, forKey: .lastError)
    try container.encode(open, forKey: .open)
    try container.encode(dead, forKey: .dead)
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
