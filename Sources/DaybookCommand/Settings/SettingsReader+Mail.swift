internal import Delivery
internal import Timeline

extension SettingsReader {
  /// What a webhook of format `smtp` says of the message's way; for any other format these keys are problems.
  func mail(from webhook: SettingsSection, isMail: Bool, at position: SourcePosition) -> Settings.MailSettings? {
    guard isMail else {
      for key in ["from", "to", "user", "password"] {
        guard let value = webhook.value[key] else { continue }
        webhook.problems.add("\(webhook.path).\(key) is for format: smtp", at: value.position)
      }
      return nil
    }
    for key in ["secret", "secrets"] {
      guard let value = webhook.value[key] else { continue }
      webhook.problems.add("\(webhook.path).\(key): a mail server takes user: and password:", at: value.position)
    }
    let from = addresses("from", of: webhook, at: position)
    let to = addresses("to", of: webhook, at: position)
    let password = webhook.value["password"].flatMap { secret($0, path: webhook.name(of: "password"), in: webhook) }
    let user = webhook.string("user")
    if (user == nil) != (webhook.value["password"] == nil) {
      webhook.problems.add("\(webhook.path) needs both user: and password:, or neither", at: position)
    }
    guard from.count < 2 else {
      webhook.problems.add("\(webhook.path).from must be one address", at: position)
      return nil
    }
    guard let sender = from.first, !to.isEmpty else { return nil }
    return Settings.MailSettings(from: sender, to: to, user: user, password: password)
  }

  private func addresses(_ key: String, of webhook: SettingsSection, at position: SourcePosition) -> [MailAddress] {
    guard let value = webhook.value[key] else {
      webhook.problems.add("\(webhook.path) needs \(key): an address as in desk@example.org", at: position)
      return []
    }
    return (webhook.strings(key) ?? []).compactMap { text in
      if let address = MailAddress(text) { return address }
      webhook.problems.add("\(webhook.path).\(key): \(text) is no address as in desk@example.org", at: value.position)
      return nil
    }
  }
}
