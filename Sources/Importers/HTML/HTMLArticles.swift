import Timeline

/// The parts of a page that may hold its article: one `<article>`, or what stands around several.
struct HTMLArticles {
  /// The parts to look for entries in, the likeliest first.
  let parts: [MarkupElement]
  /// The heading that is the title of the page.
  let heading: MarkupElement?
  /// Several articles are read, and the page has no title above theirs.
  let haveOwnTitles: Bool

  init(_ body: MarkupElement) {
    let articles = Self.outermost(in: body).sorted { $0.text.utf8.count > $1.text.utf8.count }
    let main = body.first("main")
    let dates = Self.dates(in: body)
    let whole = main.flatMap { main in
      Self.dates(in: main) == dates && Self.outermost(in: main).count == articles.count ? main : nil
    }
    let one = articles.first.flatMap { article in
      Self.dates(in: article) == dates && !Self.isOneOfMany(articles) ? article : nil
    }
    parts = [one, whole, body].compactMap(\.self).map(Self.withoutFooter)
    if one == nil, articles.count > 1 {
      heading = Self.heading(outsideArticlesIn: body)
      haveOwnTitles = heading == nil
    } else {
      heading = ([one, main, body].compactMap(\.self)).lazy.compactMap { $0.first("h1") }.first
      haveOwnTitles = false
    }
  }

  private static func dates(in element: MarkupElement) -> Int {
    element.datedHeadings(outside: ["footer"]).count
  }

  /// Whether the longest article has no dates to tell a timeline by, and others have theirs.
  private static func isOneOfMany(_ articles: [MarkupElement]) -> Bool {
    guard let longest = articles.first, articles.count > 1, dateCount(longest) < 2 else { return false }
    return articles.dropFirst().contains { dateCount($0) > 0 }
  }

  private static func dateCount(_ article: MarkupElement) -> Int {
    HTMLParagraphs(article, base: nil, order: nil).paragraphs.count { paragraph in
      DateHeading.read(paragraph: paragraph.text, order: .dmy) != nil
        || Byline.publication(paragraph.text, order: .dmy) != nil
        || DatedSentence.read(paragraph.text, order: .dmy) != nil
    }
  }

  private static func outermost(in element: MarkupElement) -> [MarkupElement] {
    element.elements.flatMap { inner -> [MarkupElement] in
      guard !inner.isUnread, inner.sideMatter == nil else { return [] }
      return inner.name == "article" ? [inner] : outermost(in: inner)
    }
  }

  private static func heading(outsideArticlesIn element: MarkupElement) -> MarkupElement? {
    for inner in element.elements where inner.name != "article" && !inner.isUnread {
      if inner.name == "h1" { return inner }
      if let found = heading(outsideArticlesIn: inner) { return found }
    }
    return nil
  }

  /// The footer of a page says who made it, which is no part of its last entry.
  private static func withoutFooter(_ element: MarkupElement) -> MarkupElement {
    guard ["body", "main"].contains(element.name) else { return element }
    var element = element
    element.children.removeAll { if case .element(let inner) = $0 { inner.name == "footer" } else { false } }
    return element
  }
}
