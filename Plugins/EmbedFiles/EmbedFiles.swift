import Foundation
import PackagePlugin

/// Writes text files into a module as one Swift file, so that the binary needs no folder beside it.
@main
struct EmbedFiles: BuildToolPlugin {
  /// The files of a target: all below a folder of the package whose names end in one of some ways.
  private struct Source {
    var type: String
    var folder: String
    var suffixes: [String]
  }

  private static let sources = [
    "Content": Source(type: "EmbeddedTemplates", folder: "Templates", suffixes: [".mustache", ".md"]),
    "DaybookCommand": Source(type: "EmbeddedGuides", folder: "Documentation/Daybook.docc", suffixes: ["Guide.md"]),
  ]

  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let source = Self.sources[target.name] else { return [] }
    let folder = context.package.directoryURL.appending(path: source.folder).resolvingSymlinksInPath()
    let output = context.pluginWorkDirectoryURL.appending(path: "\(source.type).swift")
    return [
      .buildCommand(
        displayName: "Embedding \(source.folder)",
        executable: try context.tool(named: "EmbedFilesTool").url,
        arguments: [
          source.type, folder.path(percentEncoded: false), output.path(percentEncoded: false),
        ] + source.suffixes,
        inputFiles: try files(below: folder, suffixes: source.suffixes),
        outputFiles: [output])
    ]
  }

  private func files(below folder: URL, suffixes: [String]) throws -> [URL] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path(percentEncoded: false))
      .filter { path in suffixes.contains(where: path.hasSuffix) }
      .sorted()
      .map { folder.appending(path: $0) }
  }
}
