import Timeline

/// Reads an article in plain text: date headings, prose, and quotes with their speakers.
///
/// A date alone on its line, or before a separator and a title, heads an entry. A sentence that begins with a date does
/// where the text has no other headings, or where those run into their text too; elsewhere it is a finding. The
/// byline's date is the day of publication. What follows the rule behind the last entry is left out.
package struct ArticleImporter: Importer {
  package static let name = "article"
  package static let summary = "An article in plain text, with a date above each part."

  /// How much of a source is looked at to recognise it.
  private static let sample = 200_000

  package init() {}

  package static func recognises(_ text: String, fileName: String?) -> Bool {
    let paragraphs = NumberedDates.withoutNumbers(ParagraphReader(String(text.prefix(sample))).paragraphs())
    // The first heading with a year tells in nearly all cases.
    return paragraphs.contains { DateHeading.read(paragraph: $0.text, order: nil).map { !$0.isYearless } ?? false }
      || !HeadingFinder(paragraphs, order: nil).found.isEmpty
  }

  package func `import`(_ source: ImportSource) throws(ImportError) -> ImportedTimeline {
    let paragraphs = NumberedDates.withoutNumbers(ParagraphReader(try source.text()).paragraphs())
    var article = ArticleReader(paragraphs, options: source.options)
    let document = article.document()
    guard !document.entries.isEmpty else {
      throw ImportError(
        "there is no date heading, so there are no entries; put each entry's date on a line of its own, or "
          + "first in its paragraph")
    }
    return ImportedTimeline(document: document, findings: article.findings.inOrder(file: source.name))
  }
}

extension [Finding] {
  /// The findings in the order of the source, with the file's name.
  func inOrder(file: String?) -> [Finding] {
    let named = map { finding in
      var finding = finding
      finding.file = file
      return finding
    }
    return named.enumerated().sorted { left, right in
      (left.element.position, left.offset) < (right.element.position, right.offset)
    }.map(\.element)
  }
}
