import Timeline

/// Reads an article on a web page: dates in headings, `<time>` and bold lines, prose with its links, quotes, pictures.
///
/// The page's article is read and nothing around it; scripts, forms and what counts readers are left out.
package struct HTMLImporter: Importer {
  package static let name = "html"
  package static let summary = "An article as a web page, with a date above each part."

  package init() {}

  package static func recognises(_ text: String, fileName: String?) -> Bool {
    let start = text.prefix(4_000).lowercased()
    if start.contains(exactly: "<!doctype html") || start.contains(exactly: "<html") { return true }
    guard !start.contains(exactly: "<rss"), !start.contains(exactly: "<feed"), !start.contains(exactly: "<rdf:rdf"),
      start.first(where: { !$0.isWhitespace }) == "<"
    else { return false }
    return ["<p", "<div", "<h1", "<h2", "<h3", "<article", "<ul", "<body", "<section", "<time", "<table"].contains {
      start.contains(exactly: $0)
    }
  }

  package func `import`(_ source: ImportSource) throws(ImportError) -> ImportedTimeline {
    try source.checkSize()
    let result = MarkupParser.html(source.bytes)
    guard let root = result.root else { throw ImportError("the page is empty") }
    let page = HTMLPage(root)
    var article: ArticleReader?
    var document = TimelineDocument()
    var pageFindings: [Finding] = []
    for part in page.parts {
      let content = HTMLParagraphs(
        part, base: page.base, order: source.options.dateOrder, haveOwnTitles: page.haveOwnTitles)
      var reader = ArticleReader(content.paragraphs, known: page.metadata, options: source.options)
      document = reader.document()
      article = reader
      pageFindings = content.findings
      if !document.entries.isEmpty { break }
    }
    guard let article, !document.entries.isEmpty else {
      throw ImportError("there is no date heading on the page, so there are no entries")
    }
    if result.isCutShort {
      pageFindings.append(
        ImportRule.sourceCut.finding(
          line: result.problem?.line ?? 1,
          "the page is nested too deeply or too large from here; what follows was left out"))
    }
    return ImportedTimeline(
      document: document, findings: (article.findings + pageFindings).inOrder(file: source.name))
  }
}
