extension String {
  /// Whether a byte occurs in the UTF-8 of the text.
  package func hasByte(_ byte: UInt8) -> Bool {
    let bytes = utf8Span.span
    for index in bytes.indices where bytes[index] == byte { return true }
    return false
  }
}
