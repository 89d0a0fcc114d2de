internal import Delivery
internal import Glibc
internal import Timeline

extension Workspace {
  /// The webhooks of these names with their secrets; all of them for an empty list.
  ///
  /// - Throws: ``CommandFailure`` for a name that is not configured, and for a secret that is not there.
  func webhooks(named names: [String] = []) throws(CommandFailure) -> [Webhook] {
    var found: [Webhook] = []
    for name in names.isEmpty ? settings.webhooks.map(\.name) : names {
      found.append(try resolved(webhookSettings(named: name)))
    }
    return found
  }

  /// What the settings say of one webhook.
  func webhookSettings(named name: String) throws(CommandFailure) -> Settings.WebhookSettings {
    if let webhook = settings.webhooks.first(where: { $0.name == name }) { return webhook }
    let known = settings.webhooks.map(\.name)
    let clause = Suggestion.clause(for: name, among: known)
    let list = known.isEmpty ? "none is configured" : "configured: \(known.joined(separator: ", "))"
    throw CommandFailure(
      .usage,
      "\(settingsFile):\(settings.webhooksPosition.line):1: no webhook \"\(name)\" stands under webhooks:\(clause); "
        + list)
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

  /// The webhooks that cannot be used, as for a secret that is not there, with the reasons as sentences for people.
  func unusableWebhooks() -> [(name: String, problems: [String])] {
    settings.webhooks.compactMap { webhook in
      do throws(CommandFailure) {
        _ = try webhooks(named: [webhook.name])
        return nil
      } catch {
        return (webhook.name, error.messages)
      }
    }
  }

  /// The secrets of all webhooks, as far as they are there: enough to verify what arrives.
  func knownSecrets() -> [Secret] {
    settings.webhooks.flatMap { webhook in webhook.secrets.compactMap { try? secret($0, of: webhook) } }
  }

  private func resolved(_ webhook: Settings.WebhookSettings) throws(CommandFailure) -> Webhook {
    var secrets: [Secret] = []
    for source in webhook.secrets { secrets.append(try secret(source, of: webhook)) }
    let notify = webhook.notify ?? settings.delivery.notify
    return Webhook(
      name: webhook.name, url: try url(of: webhook), format: webhook.format, secrets: secrets,
      network: webhook.network, caFile: webhook.caFile.map { Path.join(folder.path, $0) },
      inFlight: webhook.inFlight ?? Settings.WebhookSettings.usualInFlight, options: webhook.options,
      isDigest: webhook.isDigest, notify: notify == webhook.name ? nil : notify, mail: try route(of: webhook),
      proxy: webhook.network == .public ? try proxy() : nil)
  }

  private func url(of webhook: Settings.WebhookSettings) throws(CommandFailure) -> WebhookURL {
    switch webhook.address {
    case .written(let url): return url
    case .secret(let source):
      let text = try value(of: source, at: place(of: webhook))
      do {
        return try WebhookURL(text, network: webhook.network, isSecret: true, isMail: webhook.mail != nil)
      } catch {
        throw CommandFailure(.badSettings, "\(place(of: webhook)): its address: \(error)")
      }
    }
  }

  /// On this machine there may be a mail server without TLS; one with authorities of its own has it.
  private func route(of webhook: Settings.WebhookSettings) throws(CommandFailure) -> MailRoute? {
    guard let mail = webhook.mail else { return nil }
    var login: MailRoute.Login?
    if let user = mail.user, let password = mail.password {
      login = MailRoute.Login(user: user, password: Secret(try value(of: password, at: place(of: webhook))))
    }
    return MailRoute(
      from: mail.from, to: mail.to, login: login, needsTLS: webhook.network != .loopback || webhook.caFile != nil)
  }

  private func proxy() throws(CommandFailure) -> ProxyRoute? {
    guard let proxy = settings.delivery.proxy else { return nil }
    switch proxy.address {
    case .written(let route): return route
    case .secret(let source):
      let place = "\(settingsFile):\(proxy.position.line):\(proxy.position.column): delivery.proxy"
      guard let route = ProxyRoute(Secret(try value(of: source, at: place)), network: proxy.network) else {
        throw CommandFailure(
          .badSettings, "\(place): its value is no http://host:port in network: \(proxy.network.rawValue)")
      }
      return route
    }
  }

  private func secret(_ source: Settings.SecretSource, of webhook: Settings.WebhookSettings) throws(CommandFailure)
    -> Secret
  {
    let secret = Secret(try value(of: source, at: place(of: webhook)))
    guard webhook.format != "standard" || WebhookSecret.key(secret) != nil else {
      throw CommandFailure(
        .badSettings,
        "\(place(of: webhook)): the secret is not of the form whsec_… with Base64, as Standard Webhooks writes it")
    }
    return secret
  }

  /// What the environment, a file or a credential holds, without blanks around it.
  func value(of source: Settings.SecretSource, at place: String) throws(CommandFailure) -> String {
    let found: String
    let name: String
    switch source {
    case .environment(let variable, _):
      name = "the environment variable \(variable)"
      guard let value = getenv(variable) else {
        throw CommandFailure(.badSettings, "\(place): \(name) is not set; set it to the secret")
      }
      found = String(cString: value)
    case .file(let path, _):
      name = "the file \(path)"
      let absolute = Path.join(folder.path, path)
      guard FileSystem.isPlainFile(absolute), let text = try? FileSystem.readText(absolute) else {
        throw CommandFailure(.badSettings, "\(place): \(name) cannot be read")
      }
      found = text
    case .credential(let credential, _):
      name = "the credential \(credential)"
      guard let folder = getenv("CREDENTIALS_DIRECTORY") else {
        throw CommandFailure(
          .badSettings,
          "\(place): \(name) is not there: systemd hands it to a service with LoadCredential=\(credential):PATH")
      }
      guard let text = try? FileSystem.readText(Path.join(String(cString: folder), credential)) else {
        throw CommandFailure(
          .badSettings, "\(place): \(name) cannot be read; does the unit have LoadCredential=\(credential):PATH?")
      }
      found = text
    }
    let value = found.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !value.isEmpty else { throw CommandFailure(.badSettings, "\(place): \(name) is empty") }
    return value
  }

  private func place(of webhook: Settings.WebhookSettings) -> String {
    "\(settingsFile):\(webhook.position.line):\(webhook.position.column): webhook \"\(webhook.name)\""
  }
}
