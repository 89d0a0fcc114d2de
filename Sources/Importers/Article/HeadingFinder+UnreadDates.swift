import Timeline

// Short lines that look like dates and cannot be read as such.
extension HeadingFinder {
  private static let longestDate = 30
  private static let mostWords = 4
  private static let longestDay = 50
  private static let mostWordsOfDay = 9

  /// Says of a line alone that looks like a date that it was kept in the entry above; sentences follow it, as they do not in a list.
  mutating func reportUnreadDates(besides known: Set<Int>) {
    var entries = found[...]
    var entry: Found?
    for index in paragraphs.indices.dropLast() where !known.contains(index) {
      while let next = entries.first, next.paragraph < index {
        entry = next
        entries.removeFirst()
      }
      let text = paragraphs[index].text
      guard let entry, entry.paragraph < index - 1, Self.looksLikeDate(text), isLine(paragraphs[index]),
        paragraphs[index + 1].text.last.map({ ".!?…”\"»".contains($0) }) ?? false
      else { continue }
      findings.append(
        ImportRule.datedParagraph.finding(
          at: paragraphs[index].position,
          "\"\(text)\" looks like a date that cannot be read, and was kept in the entry \(entry.heading.written.text); "
            + "if it begins an entry, write \"## \" and its date above it in the timeline"))
    }
  }

  /// Neither an item of a list nor a credit.
  private func isLine(_ paragraph: SourceParagraph) -> Bool {
    (paragraph.block == nil || paragraph.isHeading) && BulletList.item(paragraph.text) == nil
      && PhotoCredit.read(paragraph.text) == nil
  }

  /// `Christmas 2001`, `3.3.98`, `1998-tallet`: few words of which one is a year or the numbers of a day.
  static func looksLikeDate(_ text: String) -> Bool {
    guard text.utf8.count <= longestDay, let last = text.last, !".!?:;,”\"»)".contains(last) else { return false }
    let words = text.split(separator: " ")
    if endsInDay(words) { return true }
    guard text.utf8.count <= longestDate else { return false }
    if namesDecade(text) { return true }
    guard (1...mostWords).contains(words.count), let first = words.first else { return false }
    if isNumericDate(first) { return true }
    // A year stands last, or its word goes on behind a hyphen.
    return words.last.map(isYear) ?? false
      || words.count == 1 && first.prefix { $0 != "-" }.count < first.count
        && isYear(first.prefix { $0 != "-" })
  }

  /// `16 or 17 March 1912`, `May 3–4 & June 6, 2012`: the last words are a day, with its month and year.
  private static func endsInDay(_ words: [Substring]) -> Bool {
    guard (4...mostWordsOfDay).contains(words.count), let last = words.last, isYear(last) else { return false }
    return [3, 4].contains { count in
      let day = words.suffix(count).joined(separator: " ")
      let written = WrittenDate.read(prefixOf: day, order: nil)
      return written?.date.map { $0.precision == .day } ?? false && written?.rest.isEmpty ?? false
    }
  }

  private static let decades: Set<Substring> = [
    "zwanziger", "dreißiger", "vierziger", "fünfziger", "sechziger", "siebziger", "achtziger", "neunziger",
    "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties", "veinte", "treinta",
    "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa", "tjuetallet", "trettitallet", "førtitallet",
    "femtitallet", "sekstitallet", "syttitallet", "åttitallet", "nittitallet",
  ]
  private static let decadeWords: Set<Substring> = [
    "the", "die", "der", "los", "años", "jahre", "early", "late", "frühe", "frühen", "späte", "späten",
  ]

  /// `Die achtziger Jahre`, `Los años noventa`: a decade in words and nothing else.
  private static func namesDecade(_ text: String) -> Bool {
    let words = text.lowercased().split(separator: " ")
    return words.contains(where: decades.contains)
      && words.allSatisfy { decades.contains($0) || decadeWords.contains($0) }
  }

  private static func isYear(_ word: Substring) -> Bool {
    word.count == 4 && word.allSatisfy { $0.isASCII && $0.isNumber }
      && Int(word).map { (1_000..<2_200).contains($0) } ?? false
  }

  private static func isNumericDate(_ word: Substring) -> Bool {
    let parts = word.split(omittingEmptySubsequences: false) { "./-".contains($0) }
    return parts.count == 3
      && parts.allSatisfy { !$0.isEmpty && $0.count <= 4 && $0.allSatisfy { $0.isASCII && $0.isNumber } }
      && parts.contains { $0.count == 2 || $0.count == 4 }
  }
}
