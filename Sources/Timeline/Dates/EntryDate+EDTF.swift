extension EntryDate {
  /// The longest EDTF text that is looked at; sets may be long, a date is not.
  private static let longest = 1_000

  /// Reads one EDTF value, as in `1985-04-12`, `2004-06~/2004-06-11%`, `198X` or `../1985`.
  ///
  /// - Throws: ``EntryDateError``, for a text of another form, a day that no calendar has, and a reversed interval.
  package init(edtf text: String) throws(EntryDateError) {
    guard !text.isEmpty, text.utf8.count <= Self.longest else { throw .notEDTF(String(text.prefix(40))) }
    let bytes = [UInt8](text.utf8)[...]
    do throws(EDTFReader.Problem) {
      if bytes.first == UInt8(ascii: "[") || bytes.first == UInt8(ascii: "{") {
        let (start, end) = try Self.members(of: bytes)
        self.init(edtf: text, shape: .set, start: start, end: end)
      } else if let slash = bytes.firstIndex(of: UInt8(ascii: "/")) {
        let (start, end) = try Self.ends(bytes[..<slash], bytes[(slash + 1)...])
        self.init(edtf: text, shape: .interval, start: start, end: end)
      } else {
        var reader = EDTFReader(bytes)
        let point = try reader.point(allowsTime: true)
        self.init(edtf: text, shape: .single, start: point, end: point)
      }
    } catch {
      switch error {
      case .form: throw .notEDTF(text)
      case .calendar: throw .impossible(text)
      case .order: throw .reversed(text)
      }
    }
  }

  private static func ends(
    _ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>
  ) throws(EDTFReader.Problem) -> (EDTFPoint, EDTFPoint) {
    guard !(first.isEmpty && second.isEmpty) else { throw .form }
    let start = try end(first)
    let end = try end(second)
    let latestStart = end.hasUnspecifiedDigits ? end.lastDay : end.firstDay
    if let from = start.firstDay, let to = latestStart, to < from { throw .order }
    return (start, end)
  }

  private static func end(_ bytes: ArraySlice<UInt8>) throws(EDTFReader.Problem) -> EDTFPoint {
    if bytes.isEmpty || isOpen(bytes) { return .open }
    var reader = EDTFReader(bytes)
    return try reader.point(allowsTime: false)
  }

  private static func isOpen(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.elementsEqual("..".utf8)
  }

  /// The bounds of `[…]` (one of these) and `{…}` (all of these); `a..b` stands for all from a to b.
  private static func members(of bytes: ArraySlice<UInt8>) throws(EDTFReader.Problem) -> (EDTFPoint, EDTFPoint) {
    let closing = bytes.first == UInt8(ascii: "[") ? UInt8(ascii: "]") : UInt8(ascii: "}")
    guard bytes.count > 2, bytes.last == closing else { throw .form }
    var starts: [EDTFPoint] = []
    var ends: [EDTFPoint] = []
    for member in bytes.dropFirst().dropLast().split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
      let (start, end) = try span(member)
      starts.append(start)
      ends.append(end)
    }
    guard var first = starts.first, var last = ends.first else { throw .form }
    for start in starts where start.firstDay == nil || isBefore(start.firstDay, first.firstDay) { first = start }
    for end in ends where end.lastDay == nil || isBefore(last.lastDay, end.lastDay) { last = end }
    first.isUncertain = (starts + ends).contains { $0.isUncertain }
    first.isApproximate = (starts + ends).contains { $0.isApproximate }
    return (first, last)
  }

  private static func span(_ member: ArraySlice<UInt8>) throws(EDTFReader.Problem) -> (EDTFPoint, EDTFPoint) {
    guard member.count > 2 else { throw .form }
    if let dots = member.indices.dropLast().first(where: { isOpen(member[$0...$0 + 1]) }) {
      return try ends(member[..<dots], member[(dots + 2)...])
    }
    let point = try end(member)
    return (point, point)
  }

  private static func isBefore(_ left: CivilDay?, _ right: CivilDay?) -> Bool {
    guard let left, let right else { return false }
    return left < right
  }
}
