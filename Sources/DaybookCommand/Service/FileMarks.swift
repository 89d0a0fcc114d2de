internal import Glibc

/// By what files are told from what they were: which there are, and each one's identity, size and times.
struct FileMarks: Sendable, Hashable {
  private struct Mark: Sendable, Hashable {
    var path: String
    var inode: UInt64
    var size: Int64
    /// Seconds and nanoseconds of the last change of the content, then of anything.
    var times: [Int]
  }

  private let marks: [Mark]

  /// Looks at files now; one that is not there leaves no mark, and a link is looked at where it leads.
  init(files: [String]) {
    marks = files.compactMap { path in
      var status = stat()
      guard stat(path, &status) == 0 else { return nil }
      let times = [
        status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_ctim.tv_sec, status.st_ctim.tv_nsec,
      ]
      return Mark(path: path, inode: UInt64(status.st_ino), size: Int64(status.st_size), times: times)
    }
  }
}
