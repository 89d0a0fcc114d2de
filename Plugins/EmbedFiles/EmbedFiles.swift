import Foundation
import PackagePlugin

/// Writes text files into a module as one Swift file, so that the binary needs no folder beside it.
@main
struct EmbedFiles: BuildToolPlugin {
  /// The files of a target: all below a folder of the package whose names end alike.
  private struct Source {
    var type: String
    var folder: String
    var suffix: String
  }

  private static let sources = [
    "Content": Source(type: "EmbeddedTemplates", folder: "Templates", suffix: ".mustache"),
    "DaybookCommand": Source(type: "EmbeddedGuides", folder: "Documentation/Daybook.docc", suffix: "Guide.md"),
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
          source.type, folder.path(percentEncoded: false), source.suffix, output.path(percentEncoded: false),
        ],
        inputFiles: try files(below: folder, suffix: source.suffix),
        outputFiles: [output])
    ]
  }

  private func files(below folder: URL, suffix: String) throws -> [URL] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path(percentEncoded: false))
      .filter { $0.hasSuffix(suffix) }
      .sorted()
      .map { folder.appending(path: $0) }
  }
}
