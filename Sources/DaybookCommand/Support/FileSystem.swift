internal import Glibc
internal import Timeline

/// Reading and writing of files, with errors for people.
enum FileSystem {
  /// More than this is refused: nothing that Daybook reads comes near it.
  private static let mostBytes = 1 << 30

  /// The bytes of a file, or of standard input for `-`.
  static func read(_ path: String) throws(CommandFailure) -> [UInt8] {
    if path == "-" { return try readToEnd(STDIN_FILENO, path: "standard input") }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw CommandFailure(.noInput, "\(path): \(systemReason())") }
    defer { close(descriptor) }
    if isFolder(path) { throw CommandFailure(.noInput, "\(path): this is a folder; name a file in it") }
    return try readToEnd(descriptor, path: path)
  }

  /// The text of a file, with BOM and CRLF taken away.
  static func readText(_ path: String) throws(CommandFailure) -> String {
    try decode(read(path), path: path)
  }

  static func decode(_ bytes: [UInt8], path: String) throws(CommandFailure) -> String {
    do {
      return try SourceText.decode(bytes)
    } catch {
      throw CommandFailure(.badData, "\(path):\(error.position.line):\(error.position.column): \(error)")
    }
  }

  static func exists(_ path: String) -> Bool {
    access(path, F_OK) == 0
  }

  /// Whether the rights of a folder keep anybody from telling if there is such a file.
  static func isForbidden(_ path: String) -> Bool {
    access(path, F_OK) != 0 && errno == EACCES
  }

  /// What tells a file from another one that takes its place; nil where there is none.
  static func identity(of path: String) -> [UInt64]? {
    var status = stat()
    return stat(path, &status) == 0 ? [UInt64(status.st_dev), UInt64(status.st_ino)] : nil
  }

  /// Whether it is a file that ends, links followed: no folder, pipe or device.
  static func isPlainFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  static func isFolder(_ path: String, followingLinks: Bool = true) -> Bool {
    var status = stat()
    let isThere = (followingLinks ? stat(path, &status) : lstat(path, &status)) == 0
    return isThere && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The permissions of a file, links followed; nil where there is none.
  static func mode(of path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o7777 : nil
  }

  /// The names in a folder, sorted; none when there is no such folder.
  static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let item = readdir(stream) {
      let name = withUnsafeBytes(of: item.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// The paths of all files below `path`, sorted, each relative to `folder`; links to folders are not followed.
  static func files(below path: String, in folder: String) -> [String] {
    names(in: Path.join(folder, path)).filter { !$0.hasPrefix(".") }.flatMap { name -> [String] in
      let item = Path.join(path, name)
      return isFolder(Path.join(folder, item), followingLinks: false) ? files(below: item, in: folder) : [item]
    }
  }

  /// Makes a folder and those above it.
  static func makeFolder(_ path: String, mode: mode_t = 0o755) throws(CommandFailure) {
    if isFolder(path) { return }
    let parent = Path.parent(of: path)
    if parent != path, parent != "." { try makeFolder(parent) }
    guard mkdir(path, mode) == 0 || errno == EEXIST else {
      throw CommandFailure(.cannotWrite, "\(path): \(systemReason())")
    }
  }

  /// Writes a file as a whole or not at all: a new file beside it, synced, then renamed over it.
  ///
  /// A link stays one, and what it leads to is written; who may read and write the file stays as it was.
  static func write(_ text: String, to path: String) throws(CommandFailure) {
    try write(Array(text.utf8), to: path)
  }

  static func write(_ bytes: [UInt8], to path: String) throws(CommandFailure) {
    try makeFolder(Path.parent(of: path))
    let place = target(of: path)
    let mode = mode(of: place)
    let temporary = "\(place).\(getpid()).tmp"
    // What is private must be so at any time.
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode.map { $0 & 0o600 } ?? 0o644)
    guard descriptor >= 0 else { throw CommandFailure(.cannotWrite, "\(path): \(systemReason())") }
    let isWritten =
      (mode.map { fchmod(descriptor, $0) == 0 } ?? true) && writeAll(bytes, to: descriptor) && fsync(descriptor) == 0
    let isInPlace = isWritten && rename(temporary, place) == 0
    let reason = systemReason()
    close(descriptor)
    if isInPlace { return }
    unlink(temporary)
    throw CommandFailure(.cannotWrite, "\(path): \(reason)")
  }

  /// Where a path leads, links followed; the path itself where there is no such file yet.
  private static func target(of path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Writes all bytes; false when the receiver takes no more, with `errno` set.
  static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  private static func readToEnd(_ descriptor: Int32, path: String) throws(CommandFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    let chunk = 1 << 18
    while true {
      let count = withUnsafeTemporaryAllocation(byteCount: chunk, alignment: 1) { buffer in
        let count = Glibc.read(descriptor, buffer.baseAddress, chunk)
        if count > 0 { bytes.append(contentsOf: buffer.prefix(count)) }
        return count
      }
      if count == 0 { return bytes }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw CommandFailure(.noInput, "\(path): \(systemReason())") }
      guard bytes.count <= mostBytes else {
        throw CommandFailure(.badData, "\(path): over 1 GiB; part it into several files")
      }
    }
  }

  /// What the system says of the last failure, in lower case: `no such file or directory`.
  static func systemReason() -> String {
    let text = String(cString: strerror(errno))
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
