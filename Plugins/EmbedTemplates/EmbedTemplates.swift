import Foundation
import PackagePlugin

/// Writes the files below `Templates/` into the module as one Swift file, so that the binary needs no folder beside it.
@main
struct EmbedTemplates: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = context.package.directoryURL.appending(path: "Templates").resolvingSymlinksInPath()
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedTemplates.swift")
    return [
      .buildCommand(
        displayName: "Embedding Templates",
        executable: try context.tool(named: "EmbedTemplatesTool").url,
        arguments: [folder.path(percentEncoded: false), output.path(percentEncoded: false)],
        inputFiles: try templates(below: folder),
        outputFiles: [output])
    ]
  }

  private func templates(below folder: URL) throws -> [URL] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path(percentEncoded: false))
      .filter { $0.hasSuffix(".mustache") }
      .sorted()
      .map { folder.appending(path: $0) }
  }
}
