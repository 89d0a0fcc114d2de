internal import Glibc
internal import Timeline

extension Workspace {
  /// The files of secrets that somebody besides their owner may read or write, each with the place that names it.
  func secretFindings() -> [Finding] {
    let findings = settings.secretSources.compactMap { source -> Finding? in
      guard case .file(let path, let position) = source,
        let mode = FileSystem.mode(of: Path.join(folder.path, path)), mode & 0o077 != 0
      else { return nil }
      let digits = String(mode & 0o777, radix: 8)
      return Finding(
        file: settingsFile, position: position, severity: .warning, rule: RuleCatalog.secretOpen,
        message:
          "the secret in \(path) is open to others on this machine (mode 0\(digits)); `chmod 600 \(path)` ends that")
    }
    return findings.weighed(by: timelineSettings.severities)
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
