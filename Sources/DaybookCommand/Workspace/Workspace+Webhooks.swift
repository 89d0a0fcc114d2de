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
      found.append(try resolved(webhook))
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

  private func resolved(_ webhook: Settings.WebhookSettings) throws(CommandFailure) -> Webhook {
    var secrets: [Secret] = []
    for source in webhook.secrets { secrets.append(try secret(source, of: webhook)) }
    return Webhook(
      name: webhook.name, url: try url(of: webhook), format: webhook.format, secrets: secrets,
      network: webhook.network, caFile: webhook.caFile, options: webhook.options)
  }

  private func url(of webhook: Settings.WebhookSettings) throws(CommandFailure) -> WebhookURL {
    switch webhook.address {
    case .written(let url): return url
    case .secret(let source):
      let text = try value(of: source, for: webhook)
      do {
        return try WebhookURL(text, network: webhook.network, isSecret: true)
      } catch {
        throw CommandFailure(.badSettings, "\(place(of: webhook)): its address: \(error)")
      }
    }
  }

  private func secret(_ source: Settings.SecretSource, of webhook: Settings.WebhookSettings) throws(CommandFailure)
    -> Secret
  {
    let secret = Secret(try value(of: source, for: webhook))
    guard webhook.format != "standard" || WebhookSecret.key(secret) != nil else {
      throw CommandFailure(
        .badSettings,
        "\(place(of: webhook)): the secret is not of the form whsec_… with Base64, as Standard Webhooks writes it")
    }
    return secret
  }

  /// What the environment or a file holds, without blanks around it.
  private func value(of source: Settings.SecretSource, for webhook: Settings.WebhookSettings) throws(CommandFailure)
    -> String
  {
    let found: String
    let name: String
    switch source {
    case .environment(let variable):
      name = "the environment variable \(variable)"
      guard let value = getenv(variable) else {
        throw CommandFailure(.badSettings, "\(place(of: webhook)): \(name) is not set; set it to the webhook's secret")
      }
      found = String(cString: value)
    case .file(let path):
      name = "the file \(path)"
      guard let text = try? FileSystem.readText(Path.join(folder.path, path)) else {
        throw CommandFailure(.badSettings, "\(place(of: webhook)): \(name) cannot be read")
      }
      found = text
    }
    let value = found.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !value.isEmpty else { throw CommandFailure(.badSettings, "\(place(of: webhook)): \(name) is empty") }
    return value
  }

  private func place(of webhook: Settings.WebhookSettings) -> String {
    "\(settingsFile):\(webhook.position.line):\(webhook.position.column): webhook \"\(webhook.name)\""
  }
}
