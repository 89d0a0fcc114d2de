internal import FoundationEssentials
internal import Synchronization

/// Checks the pages of a file by their checksums when they are looked at, each once: what is not needed is not read.
final class PageChecks: Sendable {
  static let pageSize = 4_096

  private struct State {
    var checked: Set<Int> = []
    var isDamaged = false
  }

  private let data: Data
  private let sums: Int
  private let pages: Int
  private let state = Mutex(State())

  /// - Parameters:
  ///   - data: the file.
  ///   - sums: where the checksums begin.
  ///   - pages: where the first page begins; the last one ends with the file and may be short.
  init(of data: Data, sums: Int, pages: Int) {
    self.data = data
    self.sums = sums
    self.pages = pages
  }

  /// Whether a damaged page was asked for.
  var isDamaged: Bool { state.withLock(\.isDamaged) }

  /// How many pages so many bytes have.
  static func count(_ size: Int) -> Int {
    (size + pageSize - 1) / pageSize
  }

  /// The checksums of the pages of `body`.
  static func sums(of body: Data) -> [UInt64] {
    (0..<count(body.count)).map { page in
      Checksum.of(body, in: page * pageSize..<min(body.count, (page + 1) * pageSize))
    }
  }

  /// Whether the pages of a range of the file are as they were written.
  func isSound(_ range: Range<Int>) -> Bool {
    guard !range.isEmpty else { return true }
    return state.withLock { state in
      for page in (range.lowerBound - pages) / Self.pageSize...(range.upperBound - 1 - pages) / Self.pageSize
      where !state.checked.contains(page) {
        let start = pages + page * Self.pageSize
        let sum = Checksum.of(data, in: start..<min(data.count, start + Self.pageSize))
        guard sum == data.bytes.word(at: sums + page * 8) else {
          state.isDamaged = true
          return false
        }
        state.checked.insert(page)
      }
      return true
    }
  }
}
