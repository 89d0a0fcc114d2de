/// Why the bytes of a file are not a text that Daybook reads, and where.
package struct SourceTextError: Error, Hashable, Sendable {
  package enum Problem: Hashable, Sendable {
    /// The bytes are not UTF-8; the first byte that does not fit.
    case invalidUTF8(UInt8)
    /// A NUL byte: the file is not a text.
    case nul
  }

  package var problem: Problem
  package var position: SourcePosition

  package init(problem: Problem, position: SourcePosition) {
    self.problem = problem
    self.position = position
  }
}

extension SourceTextError: CustomStringConvertible {
  /// One sentence for people, without the place and without a full stop.
  package var description: String {
    switch problem {
    case .invalidUTF8(let byte):
      "this is not UTF-8 (byte 0x\(String(byte, radix: 16, uppercase: true))); save the file as UTF-8"
    case .nul: "there is a NUL byte, so this is not a text file; save it as UTF-8 text"
    }
  }
}
