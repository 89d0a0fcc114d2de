internal import Delivery
internal import Glibc
internal import Timeline

extension Workspace {
  /// The webhooks of these names with their secrets; all of them for an empty list.
  ///
  /// - Throws: ``CommandFailure`` for a name that is not configured, and for a secret that is not there.
  func webhooks(named names: [String] = []) throws(CommandFailure) -> [Webhook] {
    let known = settings.webhooks.map(\.name)
    var found: [Webhook] = []
    for name in names.isEmpty ? known : names {
      guard let webhook = settings.webhooks.first(where: { $0.name == name }) else {
        let clause = Suggestion.clause(for: name, among: known)
        let list = known.isEmpty ? "none is configured" : "configured: \(known.joined(separator: ", "))"
        let line = settings.webhooksPosition.line
        throw CommandFailure(
          .badSettings,
          "\(settingsFile):\(line):1: no webhook \"\(name)\" stands under webhooks:\(clause); \(list)")
      }
      found.append(try webhook.resolved { source throws(CommandFailure) in try secret(source, of: webhook) })
    }
    return found
  }

  /// The webhooks that drafts go to: those named, or the only one that is configured.
  func targets(named names: [String], areNeeded: Bool) throws(CommandFailure) -> [Webhook] {
    guard names.isEmpty else { return try webhooks(named: names) }
    guard areNeeded else { return [] }
    let known = settings.webhooks.map(\.name)
    guard known.count != 1 else { return try webhooks(named: known) }
    let place = "\(settingsFile):\(settings.webhooksPosition.line):1"
    throw known.isEmpty
      ? CommandFailure(.badSettings, "\(place): no webhook is configured; say under webhooks: where drafts go")
      : CommandFailure(.usage, "which webhook? Name it with --to; configured: \(known.joined(separator: ", "))")
  }

  /// The webhooks whose secrets are there: what waits for the others goes on waiting.
  func usableWebhooks() -> [Webhook] {
    settings.webhooks.compactMap { try? webhooks(named: [$0.name]).first }
  }

  /// The secrets of all webhooks, as far as they are there: enough to verify what arrives.
  func knownSecrets() -> [Secret] {
    settings.webhooks.flatMap { webhook in webhook.secrets.compactMap { try? secret($0, of: webhook) } }
  }

  private func secret(_ source: Settings.SecretSource, of webhook: Settings.WebhookSettings) throws(CommandFailure)
    -> Secret
  {
    let place = "\(settingsFile):\(webhook.position.line):\(webhook.position.column): webhook \"\(webhook.name)\""
    let value: String
    switch source {
    case .environment(let name):
      guard let found = getenv(name) else {
        throw CommandFailure(.badSettings, "\(place): the environment has no \(name); set it to the webhook's secret")
      }
      value = String(cString: found)
    case .file(let path):
      guard let text = try? FileSystem.readText(Path.join(folder.path, path)) else {
        throw CommandFailure(.badSettings, "\(place): the secret's file \(path) cannot be read")
      }
      value = text
    }
    let secret = String(value.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    guard !secret.isEmpty, webhook.format != "standard" || WebhookSecret.key(Secret(secret)) != nil else {
      throw CommandFailure(
        .badSettings, "\(place): the secret is not of the form whsec_… with Base64, as Standard Webhooks writes it")
    }
    return Secret(secret)
  }
}

extension Settings.WebhookSettings {
  fileprivate func resolved(
    _ secret: (Settings.SecretSource) throws(CommandFailure) -> Secret
  ) throws(CommandFailure) -> Webhook {
    var secrets: [Secret] = []
    for source in self.secrets { secrets.append(try secret(source)) }
    return Webhook(name: name, url: url, format: format, secrets: secrets, network: network, caFile: caFile)
  }
}
