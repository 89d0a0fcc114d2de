package import FoundationEssentials
package import Timeline

/// Keeps the index of each timeline in a file beside the publication's state, and builds anew only what changed.
///
/// A cache file is trusted when size and time of its timeline are the stored ones, and that time lies well before the
/// building; otherwise the timeline is read and its checksum decides. What is damaged where it is looked at, of another
/// version of Daybook or made under other settings is built again; nothing is lost with it.
package struct AnniversaryIndexCache: Sendable {
  /// A timeline as a look at its folder shows it.
  package struct File: Hashable, Sendable {
    package var path: String
    /// In bytes.
    package var size: Int
    /// When it was changed last, in nanoseconds since 1970.
    package var modified: Int64

    package init(path: String, size: Int, modified: Int64) {
      self.path = path
      self.size = size
      self.modified = modified
    }
  }

  /// An index, and how it came about.
  package struct Result: Sendable {
    package var index: AnniversaryIndex
    /// The paths of the timelines that were read and indexed again.
    package var rebuilt: [String]
  }

  private let settings: UInt64
  private let read: @Sendable (_ path: String) throws -> Data
  private let parse: @Sendable (_ bytes: Data, _ path: String) throws -> [Entry]
  private let load: @Sendable (_ name: String) -> Data?
  private let save: @Sendable (_ bytes: Data, _ name: String) -> Void

  /// Makes a cache out of what it needs of the world.
  ///
  /// - Parameters:
  ///   - settings: any text that changes when the settings change by which timelines are read.
  ///   - read: the bytes of a timeline.
  ///   - parse: the entries of a timeline.
  ///   - load: the bytes of a cache file, which may be mapped; nil where there is none.
  ///   - save: replaces a cache file at once or not at all; a failure only costs time later.
  package init(
    settings: String,
    read: @escaping @Sendable (_ path: String) throws -> Data,
    parse: @escaping @Sendable (_ bytes: Data, _ path: String) throws -> [Entry],
    load: @escaping @Sendable (_ name: String) -> Data?,
    save: @escaping @Sendable (_ bytes: Data, _ name: String) -> Void
  ) {
    self.settings = Checksum.of(settings)
    self.read = read
    self.parse = parse
    self.load = load
    self.save = save
  }

  /// The name of a timeline's cache file; files of that form that no timeline has may be removed.
  package static func name(for path: String) -> String {
    let digits = String(Checksum.of(path), radix: 16)
    return "index-" + String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// What `body` makes of the index of all timelines.
  ///
  /// It is called again, with what turned out to be damaged built anew, when it came upon that.
  package func withIndex<Value>(
    of files: [File], now: Int64, _ body: (AnniversaryIndex) throws -> Value
  ) throws -> Value {
    var distrusted: Set<String> = []
    while true {
      let index = try index(of: files, now: now, rebuilding: distrusted).index
      let value = try body(index)
      guard !index.damaged.isEmpty else { return value }
      distrusted.formUnion(index.damaged.map { files[$0].path })
    }
  }

  /// The index of all timelines, with as little reading as can be.
  ///
  /// - Parameters:
  ///   - files: the timelines, in the order of the publication.
  ///   - now: the clock, in nanoseconds since 1970, taken before the look at the folder.
  ///   - distrusted: the paths of timelines whose cache files are not used.
  /// - Returns: the index, and what was built anew.
  /// - Throws: what `read` and `parse` throw.
  package func index(of files: [File], now: Int64, rebuilding distrusted: Set<String> = []) throws -> Result {
    var segments: [IndexSegment] = []
    var rebuilt: [String] = []
    for file in files {
      let name = Self.name(for: file.path)
      let cached = distrusted.contains(file.path) ? nil : segment(name)
      if let cached, cached.stamp.isSurely(size: file.size, modified: file.modified) {
        segments.append(cached)
        continue
      }
      let bytes = try read(file.path)
      let stamp = IndexStamp(
        size: UInt64(file.size), modified: file.modified, built: now, content: Checksum.of(bytes), settings: settings)
      let data: Data
      if let cached, cached.stamp.content == stamp.content {
        data = cached.data(with: stamp)
      } else {
        data = IndexBuilder.file(of: try parse(bytes, file.path), stamp: stamp)
        rebuilt.append(file.path)
      }
      save(data, name)
      segments.append(IndexSegment(data))
    }
    return Result(index: AnniversaryIndex(segments: segments), rebuilt: rebuilt)
  }

  private func segment(_ name: String) -> IndexSegment? {
    guard let segment = load(name).flatMap(IndexSegment.init(reading:)), segment.stamp.settings == settings else {
      return nil
    }
    return segment
  }
}
