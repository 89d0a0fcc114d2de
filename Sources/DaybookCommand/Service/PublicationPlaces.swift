/// Where in the file system the parts of a publication stand, for those who watch them.
struct PublicationPlaces: Sendable {
  /// The settings file.
  private let settings: String
  /// What SQLite appends to whenever somebody writes to the state database.
  private let log: String
  /// The folders that are watched with all that is below them.
  private let trees: [(path: String, change: PublicationChange)]

  init(_ folder: WorkspaceFolder) {
    settings = folder.settings
    log = folder.database + "-wal"
    trees = [(folder.timelines, .timelines), (folder.templates, .templates), (folder.drafts, .drafts)]
  }

  /// A folder, and what an event in it means.
  struct Watched: Sendable {
    /// All that is in a folder, or files of one name each.
    enum Interest: Sendable {
      case all(PublicationChange)
      case named([String: PublicationChange])
    }

    var path: String
    var interest: Interest

    /// Everything that an event in this folder can mean.
    var all: PublicationChange {
      switch interest {
      case .named(let changes): changes.values.reduce(into: []) { $0.formUnion($1) }
      case .all(let change): change
      }
    }

    /// Whether only some names in the folder matter.
    var isByName: Bool {
      if case .named = interest { true } else { false }
    }

    /// What an event about a name in this folder means; nothing for what editors write beside a file.
    func change(of name: String) -> PublicationChange {
      switch interest {
      case .named(let changes): changes[name] ?? []
      case .all(let change): PublicationPlaces.isOfNoInterest(name) ? [] : change
      }
    }
  }

  /// Every folder that is there and has to be watched; links inside the trees are not followed.
  func folders() -> [Watched] {
    var parts = [Path.name(of: settings): PublicationChange.settings]
    for tree in trees { parts[Path.name(of: tree.path)] = tree.change }
    let top = Watched(path: Path.parent(of: settings), interest: .named(parts))
    let state = Watched(path: Path.parent(of: log), interest: .named([Path.name(of: log): .outbox]))
    return [top, state] + trees.flatMap { tree in folders(below: tree.path, of: tree.change) }
  }

  private func folders(below path: String, of change: PublicationChange) -> [Watched] {
    let inner = FileSystem.names(in: path).filter { !Self.isOfNoInterest($0) }.map { Path.join(path, $0) }
      .filter { FileSystem.isFolder($0, followingLinks: false) }
    return [Watched(path: path, interest: .all(change))] + inner.flatMap { folders(below: $0, of: change) }
  }

  /// What the files of some parts look like now: two equal looks at a part mean that nothing in it has changed.
  func look(_ parts: PublicationChange) -> [PublicationChange: FileMarks] {
    var marks: [PublicationChange: FileMarks] = [:]
    if parts.contains(.settings) { marks[.settings] = FileMarks(files: [settings]) }
    if parts.contains(.outbox) { marks[.outbox] = FileMarks(files: [log]) }
    for tree in trees where parts.contains(tree.change) {
      let files = FileSystem.files(below: "", in: tree.path).filter { !Self.isOfNoInterest(Path.name(of: $0)) }
      marks[tree.change] = FileMarks(files: files.map { Path.join(tree.path, $0) })
    }
    return marks
  }

  /// Hidden files, and what editors and programs write beside a file before it is whole.
  private static func isOfNoInterest(_ name: String) -> Bool {
    name.hasPrefix(".") || name.hasSuffix("~") || name.hasSuffix(".tmp")
  }
}
