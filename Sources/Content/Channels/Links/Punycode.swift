/// The length of an internationalised label in DNS (Punycode, RFC 3492).
enum Punycode {
  private static let base = 36
  private static let thresholds = 1...26

  /// The number of ASCII characters of a label, with `xn--` where it has others; nil where it cannot be written so.
  static func encodedLength(of label: ArraySlice<UInt32>) -> Int? {
    let basic = label.count { $0 < 0x80 }
    guard basic < label.count else { return label.count }
    // `xn--` at the start says that a label is encoded already: nothing but ASCII may follow.
    if label.starts(with: [0x78, 0x6E, 0x2D, 0x2D]) { return nil }
    var length = basic > 0 ? basic + 1 : 0
    var next = 0x80
    var delta = 0
    var bias = 72
    var handled = basic
    while handled < label.count {
      guard let smallest = label.lazy.map(Int.init).filter({ $0 >= next }).min() else { return nil }
      delta += (smallest - next) * (handled + 1)
      next = smallest
      for scalar in label.lazy.map(Int.init) {
        if scalar < next { delta += 1 }
        guard scalar == next else { continue }
        length += digits(of: delta, bias: bias)
        bias = adapted(delta, points: handled + 1, isFirst: handled == basic)
        delta = 0
        handled += 1
      }
      delta += 1
      next += 1
    }
    return length + 4
  }

  /// How many digits a delta takes as a generalised variable-length integer (RFC 3492, 3.3).
  private static func digits(of delta: Int, bias: Int) -> Int {
    var count = 1
    var rest = delta
    var position = base
    while true {
      let threshold = min(max(position - bias, thresholds.lowerBound), thresholds.upperBound)
      guard rest >= threshold else { return count }
      rest = (rest - threshold) / (base - threshold)
      position += base
      count += 1
    }
  }

  /// The bias after a delta (RFC 3492, 3.4: skew 38, damp 700).
  private static func adapted(_ delta: Int, points: Int, isFirst: Bool) -> Int {
    var rest = isFirst ? delta / 700 : delta / 2
    rest += rest / points
    var position = 0
    while rest > (base - 1) * 26 / 2 {
      rest /= base - 1
      position += base
    }
    return position + base * rest / (rest + 38)
  }
}
