extension String {
  /// The text with spaces after it up to a width in characters; a longer text stays whole, with one space.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }
}
