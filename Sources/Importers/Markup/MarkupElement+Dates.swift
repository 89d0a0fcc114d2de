import Timeline

extension MarkupElement {
  private static let headings: Set<String> = ["h1", "h2", "h3", "h4", "h5", "h6"]

  /// The headings that begin with a date, outside of elements with one of these names and of what is no article.
  func datedHeadings(outside names: Set<String> = []) -> [MarkupElement] {
    elements.flatMap { element -> [MarkupElement] in
      guard !names.contains(element.name), !element.isUnread, element.sideMatter == nil else { return [] }
      guard Self.headings.contains(element.name) else { return element.datedHeadings(outside: names) }
      let words = MarkupText.collapsed(element.text)
      return DateHeading.read(paragraph: words, order: .dmy) == nil ? [] : [element]
    }
  }

  /// Whether headings outside of tables date the page, so that the years in a table are no more than its content.
  ///
  /// One such heading of the first level may be no more than the title above a chronology, and years with an end or
  /// without a last digit those of its parts.
  var isDatedByHeadings: Bool {
    let headings = datedHeadings(outside: ["table"]).filter { !$0.namesYears }
    return headings.count > 1 || headings.contains { $0.name != "h1" }
  }

  /// `1921–1945`, `1960s`: a heading of many years.
  private var namesYears: Bool {
    let words = MarkupText.collapsed(text)
    guard let date = DateHeading.read(paragraph: words, order: .dmy)?.written.date else { return false }
    return date.precision < .year || date.isInterval && date.precision == .year
  }
}
