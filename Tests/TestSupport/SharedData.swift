public import Foundation

/// Data that lies beside the project, in `../shared`: a user's clone does not have it.
///
/// A suite that needs it says `@Suite(.enabled(if: SharedData.isThere, SharedData.leftOut))`.
public enum SharedData {
  public static let folder = repository.deletingLastPathComponent().appending(path: "shared")

  public static let isThere = FileManager.default.fileExists(atPath: folder.appending(path: "conformance").path)

  public static let leftOut = "left out: no ../shared beside this clone"

  /// The bytes of one file below `../shared`.
  public static func data(_ path: String) throws -> Data {
    try Data(contentsOf: folder.appending(path: path))
  }

  public static func text(_ path: String) throws -> String {
    String(decoding: try data(path), as: UTF8.self)
  }

  /// One JSON file below `../shared`, decoded.
  public static func json<Value: Decodable>(_ path: String, as type: Value.Type) throws -> Value {
    try JSONDecoder().decode(type, from: data(path))
  }

  /// The top folder of this repository.
  public static let repository = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}
