import FoundationEssentials

/// A Swift literal of `text`: every scalar but printable ASCII is written as an escape.
func literal(_ text: String) -> String {
  let scalars = text.unicodeScalars.map { $0.escaped(asASCII: true) }
  return "\"\(scalars.joined())\""
}

/// The source of the dictionary from the path of each file below `folder` whose name ends with one of `suffixes` to its text.
func source(of type: String, below folder: String, suffixes: [String]) throws -> String {
  let paths = try FileManager.default.subpathsOfDirectory(atPath: folder).filter { path in
    suffixes.contains(where: path.hasSuffix)
  }.sorted()
  let members = try paths.map { path in
    let text = try String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)
    return "    \(literal(path)): \(literal(text)),"
  }
  return """
    /// Files of the package as they were at build time; written by the plugin EmbedFiles.
    enum \(type) {
      static let files: [String: String] = [
    \(members.isEmpty ? "    :" : members.joined(separator: "\n"))
      ]
    }

    """
}

/// What the tool says when it is called by hand.
struct Usage: Error, CustomStringConvertible {
  let description = "usage: EmbedFilesTool TYPE FOLDER OUTPUT SUFFIX..."
}

let arguments = CommandLine.arguments
guard arguments.count > 4 else { throw Usage() }
try source(of: arguments[1], below: arguments[2], suffixes: Array(arguments[4...]))
  .write(toFile: arguments[3], atomically: true, encoding: .utf8)
