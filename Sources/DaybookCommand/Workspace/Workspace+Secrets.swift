internal import Glibc
internal import Timeline

extension Workspace {
  /// What is wrong with the sources of secrets, each with the place that names it: one that is not there, and a file that
  /// somebody besides its owner may read or write.
  func secretFindings() -> [Finding] {
    settings.secretSources.compactMap(missing).weighed(by: settings.severities) + openSecretFindings()
  }

  /// The files of secrets that somebody besides their owner may read or write.
  func openSecretFindings() -> [Finding] {
    settings.secretSources.compactMap(open).weighed(by: settings.severities)
  }

  private func missing(_ source: Settings.SecretSource) -> Finding? {
    let place = "\(settingsFile):\(source.position.line):\(source.position.column)"
    do {
      _ = try value(of: source, at: place)
      return nil
    } catch {
      let reason = error.messages.joined(separator: "; ").dropFirst("\(place): ".count)
      return warning(
        RuleCatalog.secretMissing, at: source.position,
        "\(reason); until it is there, nothing is sent to what needs it")
    }
  }

  private func open(_ source: Settings.SecretSource) -> Finding? {
    guard case .file(let path, let position) = source,
      let mode = FileSystem.mode(of: Path.join(folder.path, path)), mode & 0o077 != 0
    else { return nil }
    let digits = String(mode & 0o777, radix: 8)
    return warning(
      RuleCatalog.secretOpen, at: position,
      "the secret in \(path) is open to others on this machine (mode 0\(digits)); `chmod 600 \(path)` ends that")
  }

  private func warning(_ rule: String, at position: SourcePosition, _ message: String) -> Finding {
    Finding(file: settingsFile, position: position, severity: .warning, rule: rule, message: message)
  }
}

extension Settings {
  /// Where all secrets come from, in the order of the file.
  fileprivate var secretSources: [SecretSource] {
    var sources: [SecretSource] = []
    for webhook in webhooks {
      if case .secret(let source) = webhook.address { sources.append(source) }
      sources += webhook.secrets + [webhook.mail?.password].compactMap(\.self)
    }
    if case .secret(let source)? = delivery.proxy?.address { sources.append(source) }
    return sources
  }
}
