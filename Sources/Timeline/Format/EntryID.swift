/// Ids of entries that the author did not write.
package enum EntryID {
  /// The longest part of a title that goes into an id, in bytes.
  private static let longestTitle = 48

  /// An id from date and title, as in `2023-08-23-kerr-takes-the-world-title`: ASCII letters, digits and hyphens.
  ///
  /// The parts of a year that EDTF numbers have their names: `1940-summer-the-boathouse-burned`.
  package static func derived(from date: EntryDate, title: String?) -> String {
    var id = date.edtf.utf8.first == UInt8(ascii: "-") ? "minus" : ""
    appendSlug(of: hasPartOfYear(date) ? withNamedParts(date.edtf) : date.edtf, to: &id, longest: .max)
    if let title { appendSlug(of: MarkdownNotes.removed(from: title), to: &id, longest: longestTitle) }
    return id
  }

  private static func hasPartOfYear(_ date: EntryDate) -> Bool {
    let parts = DatePrecision.half...DatePrecision.season
    return parts.contains(date.startPrecision) || parts.contains(date.endPrecision)
  }

  /// An EDTF text with words for the numbers 21 to 41 that stand for parts of a year.
  private static func withNamedParts(_ edtf: String) -> String {
    let seasons = ["spring", "summer", "autumn", "winter"]
    return edtf.split(separator: "/").map { end -> String in
      let parts = end.split(separator: "-")
      guard let last = parts.last, let number = Int(last.prefix { $0.isNumber }), parts.count > 1 else {
        return String(end)
      }
      let name: String
      switch number {
      case 21...32: name = seasons[(number - 21) % 4]
      case 33...36: name = "q\(number - 32)"
      case 37...39: name = "third-\(number - 36)"
      case 40...41: name = "half-\(number - 39)"
      default: return String(end)
      }
      return end.dropLast(last.count) + name
    }.joined(separator: "/")
  }

  /// The id itself, or with `-2`, `-3` and so on where it is taken already; `taken` grows by the result.
  package static func unique(_ id: String, among taken: inout Set<String>) -> String {
    if taken.insert(id).inserted { return id }
    // Numbers are given without gaps, so that a free one is found by doubling and halving, not one by one.
    var free = 2
    while taken.contains("\(id)-\(free)") { free *= 2 }
    var used = free / 2
    while free - used > 1 {
      let middle = (free + used) / 2
      if taken.contains("\(id)-\(middle)") { used = middle } else { free = middle }
    }
    taken.insert("\(id)-\(free)")
    return "\(id)-\(free)"
  }

  /// A text as lower-case ASCII words with hyphens between them.
  package static func slug(_ text: String) -> String {
    var slug = ""
    appendSlug(of: text, to: &slug, longest: .max)
    return slug
  }

  /// Adds the words of `text`, cut between two words when they grow too long.
  private static func appendSlug(of text: String, to id: inout String, longest: Int) {
    var word: [UInt8] = []
    var added = 0
    func flush() -> Bool {
      guard !word.isEmpty else { return true }
      guard added == 0 || added + word.count < longest else { return false }
      if !id.isEmpty { id += "-" }
      id += String(decoding: word.prefix(longest), as: UTF8.self)
      added += word.count + 1
      word.removeAll(keepingCapacity: true)
      return true
    }
    for scalar in text.unicodeScalars {
      let letters = folded(scalar)
      if letters.isEmpty {
        // An apostrophe joins: "Kerr's" is one word.
        if scalar != "'", scalar != "’", !flush() { return }
      } else if added + word.count <= longest {
        word.append(contentsOf: letters)
      }
    }
    _ = flush()
  }

  /// The ASCII letters for a letter of the Latin blocks; nothing for any other character.
  private static func folded(_ scalar: Unicode.Scalar) -> [UInt8] {
    switch scalar {
    case "0"..."9", "a"..."z": return [UInt8(scalar.value)]
    case "A"..."Z": return [UInt8(scalar.value) | 0x20]
    case _ where scalar.isASCII: return []
    case "ß": return Array("ss".utf8)
    case "æ", "Æ": return Array("ae".utf8)
    case "œ", "Œ": return Array("oe".utf8)
    case "ø", "Ø": return Array("o".utf8)
    case "đ", "Đ", "ð", "Ð": return Array("d".utf8)
    case "ł", "Ł": return Array("l".utf8)
    case "þ", "Þ": return Array("th".utf8)
    default: return (baseLetters[scalar] ?? "").utf8.map { $0 }
    }
  }

  /// The letters of Latin-1 Supplement and Latin Extended-A without their accents.
  private static let baseLetters: [Unicode.Scalar: String] = {
    let rows: [(String, String)] = [
      ("a", "àáâãäåāăąÀÁÂÃÄÅĀĂĄ"), ("c", "çćĉċčÇĆĈĊČ"), ("d", "ďĎ"), ("e", "èéêëēĕėęěÈÉÊËĒĔĖĘĚ"), ("g", "ĝğġģĜĞĠĢ"),
      ("h", "ĥħĤĦ"), ("i", "ìíîïĩīĭįıÌÍÎÏĨĪĬĮİ"), ("j", "ĵĴ"), ("k", "ķĶ"), ("l", "ĺļľĹĻĽ"), ("n", "ñńņňÑŃŅŇ"),
      ("o", "òóôõöōŏőÒÓÔÕÖŌŎŐ"), ("r", "ŕŗřŔŖŘ"), ("s", "śŝşšșŚŜŞŠȘ"), ("t", "ţťțŢŤȚ"),
      ("u", "ùúûüũūŭůűųÙÚÛÜŨŪŬŮŰŲ"), ("w", "ŵŴ"), ("y", "ýÿŷÝŸŶ"), ("z", "źżžŹŻŽ"),
    ]
    var table: [Unicode.Scalar: String] = [:]
    for (letter, accented) in rows {
      for scalar in accented.unicodeScalars { table[scalar] = letter }
    }
    return table
  }()
}
