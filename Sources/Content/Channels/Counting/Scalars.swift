@_spi(_Unicode) internal import Swift

/// Unicode scalar values of a text, as the counting rules walk them.
typealias Scalars = [UInt32]

extension String {
  /// The text of some scalar values.
  init(scalars: ArraySlice<UInt32>) {
    var view = UnicodeScalarView()
    for value in scalars {
      if let scalar = Unicode.Scalar(value) { view.append(scalar) }
    }
    self.init(view)
  }

  /// The scalar values of this text.
  var scalarValues: Scalars {
    var values: Scalars = []
    values.reserveCapacity(utf8.count)
    for scalar in unicodeScalars { values.append(scalar.value) }
    return values
  }

  /// The scalar values of this text in Normalization Form C.
  ///
  /// The standard library keeps its normalizer behind an SPI, which swift-foundation uses too; the public function
  /// stands in full Foundation alone, and that brings ICU and 50 MB along.
  var normalizedScalarValues: Scalars {
    let isNormalized = unicodeScalars.allSatisfy { scalar in
      // No scalar below U+0300 changes in NFC, nor do the punctuation and the emoji that posts are full of.
      switch scalar.value {
      case 0..<0x300, 0x2010...0x2027, 0x1F300...0x1FAFF, 0xFE0F: true
      default: false
      }
    }
    if isNormalized { return scalarValues }
    var values: Scalars = []
    values.reserveCapacity(utf8.count)
    for scalar in _nfc { values.append(scalar.value) }
    return values
  }
}

extension UInt32 {
  /// The value of an ASCII character.
  init(ascii scalar: Unicode.Scalar) {
    self = scalar.value
  }

  var isASCIIDigit: Bool { (0x30...0x39).contains(self) }

  var isASCIILetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }

  var isASCIIAlphanumeric: Bool { isASCIIDigit || isASCIILetter }

  /// The lower-case form of an ASCII letter; anything else as it is.
  var loweredASCII: UInt32 { (0x41...0x5A).contains(self) ? self + 0x20 : self }
}
