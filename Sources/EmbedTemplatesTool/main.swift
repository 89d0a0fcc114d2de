import FoundationEssentials

/// A Swift literal of `text`: every scalar but printable ASCII is written as an escape.
func literal(_ text: String) -> String {
  let scalars = text.unicodeScalars.map { $0.escaped(asASCII: true) }
  return "\"\(scalars.joined())\""
}

/// The source of the dictionary from a template's path below `folder` to its text.
func source(ofTemplatesBelow folder: String) throws -> String {
  let paths = try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".mustache") }.sorted()
  let members = try paths.map { path in
    let text = try String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)
    return "    \(literal(path)): \(literal(text)),"
  }
  return """
    /// The files below `Templates/` as they were at build time; written by the plugin EmbedTemplates.
    enum EmbeddedTemplates {
      static let files: [String: String] = [
    \(members.isEmpty ? "    :" : members.joined(separator: "\n"))
      ]
    }

    """
}

/// What the tool says when it is called by hand.
struct Usage: Error, CustomStringConvertible {
  let description = "usage: EmbedTemplatesTool FOLDER OUTPUT"
}

let arguments = CommandLine.arguments
guard arguments.count == 3 else { throw Usage() }
try source(ofTemplatesBelow: arguments[1]).write(toFile: arguments[2], atomically: true, encoding: .utf8)
