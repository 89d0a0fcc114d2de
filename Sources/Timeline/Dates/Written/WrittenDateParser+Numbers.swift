extension WrittenDateParser {
  /// `2024/03/01`, `01.03.2024`, `3/4/24`, `20240301`, `03/2023`, `2024年8月4日`.
  mutating func numeric() -> DateParts? {
    attempt { $0.compactDay() } ?? attempt { $0.eastAsianDay() } ?? attempt { $0.yearFirst() }
      ?? attempt { $0.yearLast() }
  }

  private mutating func compactDay() -> DateParts? {
    guard let number = takeNumber(8...8), isTerminated else { return nil }
    let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100)
    guard (1_000...2_999).contains(year), CivilDay(year: year, month: month, day: day) != nil else { return nil }
    return parts(year, month, day)
  }

  /// Year, month and day with their signs in Japanese, Chinese and Korean.
  private mutating func eastAsianDay() -> DateParts? {
    guard let year = takeNumber(1...4), takeWord(["年", "년"]), let month = takeNumber(1...2), takeWord(["月", "월"]) else {
      return nil
    }
    let day: Int? = attempt { parser in
      parser.takeNumber(1...2).flatMap { parser.takeWord(["日", "일"]) ? $0 : nil }
    }
    return parts(year, month, day)
  }

  private mutating func yearFirst() -> DateParts? {
    guard let year = takeNumber(4...4), let separator = takeSeparator(), let month = takeNumber(1...2) else {
      return nil
    }
    let day: Int? = attempt { parser in
      parser.takeSeparator().flatMap { $0 == separator ? parser.takeNumber(1...2) : nil }
    }
    if day != nil { return parts(year, month, day) }
    return separator == "/" && (1...12).contains(month) ? parts(year, month, nil) : nil
  }

  private mutating func yearLast() -> DateParts? {
    let isPadded = hasTwoDigitParts
    guard let first = takeNumber(1...2), let separator = takeSeparator() else { return nil }
    let second = attempt { parser in
      parser.takeNumber(1...2).flatMap { second in parser.takeSeparator() == separator ? second : nil }
    }
    guard let second else {
      guard separator == "/", (1...12).contains(first), let year = takeNumber(4...4) else { return nil }
      return parts(year, first, nil)
    }
    guard let year = takeNumber(4...4) ?? shortYear(behind: separator, isPadded: isPadded) else { return nil }
    if separator == "." { return parts(year, second, first) }
    var parts = DateParts()
    parts.year = year
    parts.numbers = (first, second)
    return parts
  }

  /// `3/3/98`, `03.03.98`: with points it takes two digits in each part, since versions of programs look alike.
  private mutating func shortYear(behind separator: Unicode.Scalar, isPadded: Bool) -> Int? {
    guard separator == "/" || separator == "." && isPadded, let short = takeNumber(2...2),
      separator == "/" || isTerminated
    else { return nil }
    return Self.fullYear(short)
  }

  /// The next number and the one behind the mark that follows have two digits each.
  private var hasTwoDigitParts: Bool {
    [index, index + 2].allSatisfy { place in
      if place < tokens.count, case .number(_, digits: 2) = tokens[place].kind { true } else { false }
    }
  }

  private mutating func takeSeparator() -> Unicode.Scalar? {
    guard case .mark(let mark)? = next?.kind, mark == "/" || mark == "." || mark == "-" else { return nil }
    let isSpaced = !isJoined
    index += 1
    // `14 / 3 / 1906`, as clerks write it.
    if isSpaced { return mark == "/" && !isJoined ? mark : nil }
    return isJoined ? mark : nil
  }

  private func parts(_ year: Int, _ month: Int, _ day: Int?) -> DateParts {
    var parts = DateParts()
    (parts.year, parts.month, parts.day) = (year, month, day)
    return parts
  }
}

// MARK: - EDTF as it stands

extension WrittenDateParser {
  /// The EDTF value at the next token, without taking it.
  func peekEDTF() -> DateParts? {
    var copy = self
    return copy.takeEDTF()
  }

  /// A date in EDTF; four digits alone are left to the other forms, since an era or an `s` may follow.
  mutating func takeEDTF() -> DateParts? {
    guard let start = next?.range.lowerBound else { return nil }
    let bytes = text.utf8.dropFirst(start).prefix { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): true
      default: "X./?~%+-TZYSE:{}[],".utf8.contains(byte)
      }
    }
    var run = String(Substring(bytes.prefix(200)))
    while let last = run.utf8.last, run.utf8.count >= 4 {
      if let date = edtf(run) {
        let end = start + run.utf8.count
        guard let after = tokens[index...].firstIndex(where: { $0.range.lowerBound >= end }) ?? endOfTokens(end) else {
          return nil
        }
        guard after > index, tokens[after - 1].range.upperBound == end else { return nil }
        index = after
        return date
      }
      guard ":,.".utf8.contains(last) else { return nil }
      run.removeLast()
    }
    return nil
  }

  private func endOfTokens(_ end: Int) -> Int? {
    tokens.last?.range.upperBound == end ? tokens.count : nil
  }

  private func edtf(_ run: String) -> DateParts? {
    let bytes = Array(run.utf8)
    if bytes.count == 4, bytes.allSatisfy({ (48...57).contains($0) }) { return nil }
    if let first = bytes.first, "?~%".utf8.contains(first) { return nil }
    var parts = DateParts()
    do throws(EntryDateError) {
      parts.exact = try EntryDate(edtf: run)
    } catch {
      guard case .reversed = error else { return nil }
      parts.isReversed = true
      return parts
    }
    guard bytes.count == 7, let year = Int(run.prefix(4)), let part = Int(run.suffix(2)), part > 24,
      part > year % 100
    else { return parts }
    let isCommon = (33...36).contains(part) || part >= 40
    if !isCommon { return nil }
    parts.alternative = try? EntryDate(edtf: "\(run.prefix(4))/\(CivilDay.padded(year / 100 * 100 + part, to: 4))")
    return parts
  }
}
