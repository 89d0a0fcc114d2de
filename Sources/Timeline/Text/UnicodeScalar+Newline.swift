extension Unicode.Scalar {
  /// Whether it is a newline, or a part of one, as `Character.isNewline` has it.
  package var isNewline: Bool {
    switch value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}
