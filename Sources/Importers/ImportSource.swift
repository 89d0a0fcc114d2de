import Timeline

/// A source to import: its bytes, its name, and what the user said about it.
package struct ImportSource: Hashable, Sendable {
  /// The largest source that is read; no timeline that a person keeps comes near it.
  package static let mostBytes = 64 << 20

  package var bytes: [UInt8]
  /// The file as the user named it; nil for standard input.
  package var name: String?
  package var options: ImportOptions

  package init(bytes: [UInt8], name: String? = nil, options: ImportOptions = ImportOptions()) {
    self.bytes = bytes
    self.name = name
    self.options = options
  }

  package init(text: String, name: String? = nil, options: ImportOptions = ImportOptions()) {
    self.init(bytes: Array(text.utf8), name: name, options: options)
  }

  /// The source as text, without a byte order mark and with `\n` at the end of lines.
  ///
  /// - Throws: ``ImportError``, for bytes that are not UTF-8, a NUL, and a source beyond ``mostBytes``.
  package func text() throws(ImportError) -> String {
    try checkSize()
    do throws(SourceTextError) {
      return try SourceText.decode(bytes)
    } catch {
      throw ImportError(error.description, position: error.position)
    }
  }

  func checkSize() throws(ImportError) {
    guard bytes.count > Self.mostBytes else { return }
    let megabytes = (bytes.count + (1 << 20) - 1) >> 20
    throw ImportError("the source has \(megabytes) MB, and at most 64 MB are read; split it")
  }
}
