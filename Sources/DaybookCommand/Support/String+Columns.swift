internal import Content

extension String {
  /// The text with spaces after it up to a width in characters; a longer text stays whole, with one space.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }

  /// The text behind a head, in lines of at most `width` characters that begin where the head ends.
  func hanging(after head: String, width: Int = 80) -> String {
    let indent = String(repeating: " ", count: head.count)
    return head + TextWrap.lines(of: self, width: width - head.count).joined(separator: "\n" + indent)
  }
}
