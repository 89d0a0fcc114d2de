internal import Content
internal import Glibc

extension Workspace {
  /// The publication's files as Content reads and writes them; paths are relative to the publication's folder.
  var files: PublicationFiles {
    let folder = folder
    return PublicationFiles(
      read: { path in
        let file = Path.join(folder.path, path)
        return FileSystem.exists(file) ? try FileSystem.readText(file) : nil
      },
      writeAtomically: { text, path in try FileSystem.write(text, to: Path.join(folder.path, path)) },
      remove: { path in
        let file = Path.join(folder.path, path)
        guard unlink(file) == 0 || errno == ENOENT else {
          throw CommandFailure(.cannotWrite, "\(path): \(FileSystem.systemReason())")
        }
      },
      list: { path in FileSystem.files(below: path, in: folder.path) })
  }
}
