import Timeline

/// The line that says who wrote an article, perhaps with the day on which it appeared.
struct Byline: Hashable {
  var author: String
  var published: EntryDate?

  private static let starts = [
    "by ", "words by ", "words: ", "text: ", "story by ", "written by ", "author: ", "von ", "par ", "por ", "av ",
    "tekst: ", "di ", "texte : ", "texto: ", "autor: ", "forfatter: ", "door ",
  ]
  private static let dateStarts = [
    "published on ", "published: ", "published ", "posted on ", "posted: ", "posted ", "updated on ", "updated: ",
    "updated ", "last updated on ", "last updated: ", "last updated ", "date: ", "publisert ", "publisert: ",
    "veröffentlicht am ", "publié le ", "publicado el ", "oppdatert ", "first published ",
  ]
  private static let small: Set<Substring> = [
    "and", "og", "und", "et", "y", "for", "with", "van", "von", "de", "der", "den", "of", "the", "&", "in", "at",
  ]

  /// Reads `By Chris Chavez` or `By A. and B. | March 13, 2024`.
  init?(_ line: String, order: DateOrder?) {
    guard line.count <= 120, var name = Self.stripped(line, Self.starts), name.first?.isUppercase == true,
      let last = line.last, !"?!:".contains(last)
    else { return nil }
    for separator in [" | ", " • ", " · ", " — ", " – ", " - ", ", ", " on "] {
      guard let range = name.firstRange(of: separator),
        let date = Self.date(String(name[range.upperBound...]), order: order)
      else { continue }
      published = date
      name = String(name[..<range.lowerBound])
      break
    }
    let words = name.split(separator: " ")
    guard words.count <= 12, words.allSatisfy({ $0.first?.isUppercase ?? false || Self.small.contains($0) }) else {
      return nil
    }
    author = name.trimmingMarks(" .,*_")
  }

  /// The date of a line such as `Published March 13, 2024` or `Updated: 13.3.2024`.
  static func publication(_ line: String, order: DateOrder?) -> EntryDate? {
    guard line.count <= 120, let rest = stripped(line, dateStarts) else { return nil }
    return WrittenDate.read(prefixOf: rest, order: order)?.date
  }

  private static func date(_ text: String, order: DateOrder?) -> EntryDate? {
    WrittenDate.read(prefixOf: stripped(text, dateStarts) ?? text, order: order)?.date
  }

  private static func stripped(_ text: String, _ starts: [String]) -> String? {
    let plain = text.trimmingMarks("*_ ")
    let lower = plain.prefix(30).lowercased()
    guard let start = starts.filter({ lower.hasPrefix($0) }).max(by: { $0.count < $1.count }) else { return nil }
    return String(plain.dropFirst(start.count))
  }
}
