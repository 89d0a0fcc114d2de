internal import Content
internal import Delivery

extension Workspace {
  /// The formats of webhooks that there is a template for: the built-in ones and the publication's own.
  static func webhookFormats(in folder: WorkspaceFolder) -> [String] {
    let own = FileSystem.names(in: Path.join(folder.templates, "webhooks"))
    let builtIn = TemplateSet.builtIn.keys.filter { $0.hasPrefix("webhooks/") }.map { String($0.dropFirst(9)) }
    let templates = Set(own + builtIn).compactMap { $0.hasSuffix(".mustache") ? String($0.dropLast(9)) : nil }
    return Set(templates + [WebhookFormat.mailName]).sorted()
  }

  /// The built-in templates under the publication's own.
  func templates() throws -> TemplateSet {
    let prefix = TemplateSet.folder + "/"
    let paths = try files.list(TemplateSet.folder).filter { $0.hasSuffix(".mustache") }
    let texts = try paths.map { path in (String(path.dropFirst(prefix.count)), try files.read(path) ?? "") }
    return TemplateSet(files: Dictionary(texts) { first, _ in first }, language: settings.language)
  }
}
