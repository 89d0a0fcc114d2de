internal import Glibc

/// A publication's folder and the places in it.
struct WorkspaceFolder {
  static let settingsName = "daybook.yaml"

  /// The absolute path.
  let path: String

  var settings: String { Path.join(path, Self.settingsName) }
  var timelines: String { Path.join(path, "Timelines") }
  var templates: String { Path.join(path, "Templates") }
  var drafts: String { Path.join(path, "Drafts") }
  var state: String { Path.join(path, ".daybook") }
  var database: String { Path.join(state, "state.sqlite") }

  /// The folder that `--publication` names, or the nearest one upwards that has a `daybook.yaml`, as git finds its own.
  static func find(named name: String?, from workingFolder: String) throws(CommandFailure) -> WorkspaceFolder {
    if let name {
      let folder = WorkspaceFolder(path: Path.absolute(name, in: workingFolder))
      guard FileSystem.exists(folder.settings) else {
        throw CommandFailure(.noInput, "\(name): no \(settingsName) there; `daybook init \(name)` makes a publication")
      }
      return folder
    }
    if let nearest = nearest(to: workingFolder) { return nearest }
    throw CommandFailure(
      .noInput,
      "no \(settingsName) in \(workingFolder) or above it; go to a publication, name one with --publication, "
        + "or make one with `daybook init`")
  }

  /// The nearest folder upwards that has a `daybook.yaml`.
  static func nearest(to folder: String) -> WorkspaceFolder? {
    var candidate = folder
    while true {
      let found = WorkspaceFolder(path: candidate)
      if FileSystem.exists(found.settings) { return found }
      guard candidate != "/" else { return nil }
      candidate = Path.parent(of: candidate)
    }
  }

  /// The folder that the command was started in.
  static func current() -> String {
    guard let buffer = getcwd(nil, 0) else { return "/" }
    defer { free(buffer) }
    return String(cString: buffer)
  }

  /// `path` as a person in this folder would write it.
  func display(_ path: String) -> String {
    Path.relative(path, to: self.path)
  }
}
