/// The files of a publication as Content sees them; paths are relative to its folder.
package struct PublicationFiles: Sendable {
  /// The text of a file, nil where there is none; throws for one that cannot be read as UTF-8.
  package var read: @Sendable (_ path: String) throws -> String?
  /// Writes a file at once or not at all, and makes the folders that it needs.
  package var writeAtomically: @Sendable (_ text: String, _ path: String) throws -> Void
  /// Removes a file; one that is not there is no error.
  package var remove: @Sendable (_ path: String) throws -> Void
  /// The paths of all files below a folder, sorted; none when the folder is not there.
  package var list: @Sendable (_ folder: String) throws -> [String]

  package init(
    read: @escaping @Sendable (String) throws -> String?,
    writeAtomically: @escaping @Sendable (String, String) throws -> Void,
    remove: @escaping @Sendable (String) throws -> Void,
    list: @escaping @Sendable (String) throws -> [String]
  ) {
    self.read = read
    self.writeAtomically = writeAtomically
    self.remove = remove
    self.list = list
  }
}
