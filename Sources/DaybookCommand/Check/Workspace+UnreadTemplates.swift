internal import Content
internal import Timeline

extension Workspace {
  /// A warning for each template of the publication that nothing is made with, as where its name has a slip.
  func unreadTemplates() throws -> [CheckedFile] {
    let prefix = TemplateSet.folder + "/"
    let suffix = ".mustache"
    var texts: [(path: String, text: String)] = []
    for path in try files.list(TemplateSet.folder) where path.hasSuffix(suffix) {
      texts.append((path, try FileSystem.readText(Path.join(folder.path, path))))
    }
    let included = Set(texts.flatMap { Self.partials(in: $0.text) })
    return texts.compactMap { path, text in
      let name = Self.withoutLanguage(String(path.dropFirst(prefix.count).dropLast(suffix.count)))
      guard !Self.isRead(name), !included.contains(name) else { return nil }
      let clause = Suggestion.clause(for: name, among: Self.readNames)
      let finding = Finding(
        file: path, position: SourcePosition(line: 1), severity: .warning, rule: "template",
        message:
          "Nothing is made with a template of this name\(clause); Templates/README.md lists those that there are.")
      return CheckedFile(name: path, text: text, findings: [finding].weighed(by: timelineSettings.severities))
    }
  }

  /// The names that a template includes with `{{>NAME}}`.
  private static func partials(in text: String) -> [String] {
    text.split(separator: "{{>", omittingEmptySubsequences: false).dropFirst().map {
      String($0.prefix { $0 != "}" }.trimmingSpaces())
    }
  }

  /// The names of templates that drafts, posts and pages are made with.
  private static let readNames: [String] = {
    let builtIn = TemplateSet.builtIn.keys.filter { $0.hasSuffix(".mustache") }.map { String($0.dropLast(9)) }
    let kinds = PostKind.allCases.map(\.rawValue)
    return builtIn.sorted() + Channel.all.flatMap { channel in kinds.map { "posts/\(channel.name)/\($0)" } }
  }()

  private static func isRead(_ name: String) -> Bool {
    // Any partial can be included, and any webhook's template can be a format.
    name.hasPrefix("partials/") || name.hasPrefix("webhooks/") || readNames.contains(name)
  }

  private static func withoutLanguage(_ name: String) -> String {
    guard let slash = name.firstIndex(of: "/"), Language.all.contains(where: { $0.code == name[..<slash] }) else {
      return name
    }
    return String(name[name.index(after: slash)...])
  }
}
