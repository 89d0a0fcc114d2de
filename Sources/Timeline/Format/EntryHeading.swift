/// The text of an entry's heading: `DATE — TITLE {#id}`.
struct EntryHeading {
  var date: WrittenDate
  var id: String?

  /// Reads the text behind `##`; nil where it does not begin with a date.
  init?(_ text: String, order: DateOrder?) {
    let (line, id) = Self.splitID(text)
    guard let date = WrittenDate.read(prefixOf: Self.withPlainHyphens(line), order: order) else { return nil }
    self.date = date
    self.id = id
  }

  /// The text with hyphens in a date that word processors write, as in `2023‑08‑23`, made plain ones.
  private static func withPlainHyphens(_ text: String) -> String {
    let start = text.unicodeScalars.prefix(10)
    guard start.contains(where: isSpecialHyphen), start.prefix(4).allSatisfy({ ("0"..."9").contains($0) }) else {
      return text
    }
    return String(String.UnicodeScalarView(start.map { isSpecialHyphen($0) ? "-" : $0 }))
      + String(text.unicodeScalars.dropFirst(10))
  }

  private static func isSpecialHyphen(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{2010}" || scalar == "\u{2011}" || scalar == "\u{2212}"
  }

  /// The words of a heading that stand where its date belongs and look like one, as in `Satruday, 4 August 2024 — Heats`:
  /// a heading that has an id is meant to be an entry, and so is one with a year before its dash or colon.
  static func intendedDate(in text: String) -> String? {
    let (line, id) = splitID(text)
    let end = [" — ", " – ", " - ", ": "].compactMap { line.firstRange(of: $0)?.lowerBound }.min()
    let words = String(line[..<(end ?? line.endIndex)])
    if id != nil { return words }
    guard end != nil, words.split(separator: " ").count <= 5 else { return nil }
    let hasYear = words.split { !$0.isNumber }.contains { number in
      number.count == 4 && Int(number).map { (1000..<2200).contains($0) } ?? false
    }
    return hasYear ? words : nil
  }

  /// Parts the id `{#id}` at the end from the rest.
  static func splitID(_ heading: String) -> (String, String?) {
    let text = String(heading.trimmingSpaces())
    // A private note behind the id leaves the id what it is.
    if text.hasSuffix("-->"), let note = text[...].lastRange(ofExactly: "<!--") {
      let (title, id) = splitID(String(text[..<note.lowerBound]))
      return id == nil ? (text, nil) : (title + " " + text[note.lowerBound...], id)
    }
    guard text.utf8.last == UInt8(ascii: "}"), let open = text.utf8.lastIndex(of: UInt8(ascii: "{")) else {
      return (text, nil)
    }
    let inside = text[open...].dropFirst().dropLast()
    guard inside.utf8.first == UInt8(ascii: "#"), inside.utf8.count > 1,
      !inside.utf8.contains(where: { $0 <= 0x20 || $0 == UInt8(ascii: "}") })
    else { return (text, nil) }
    return (String(text[..<open].trimmingSpaces()), String(inside.dropFirst()))
  }

  /// What stands in braces at the end of a heading as an id does and is none, as in `{#the flood}`.
  static func malformedID(in heading: String) -> String? {
    guard heading.utf8.last == UInt8(ascii: "}"), splitID(heading).1 == nil,
      let open = heading[...].lastRange(ofExactly: "{#")
    else { return nil }
    let written = heading[open.lowerBound...]
    return written.utf8.count <= 200 && !written.dropLast().contains("}") ? String(written) : nil
  }
}
