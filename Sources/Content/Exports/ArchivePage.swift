internal import Timeline

/// The page for a website that shows all issues, the newest first, each under the anchor of its week.
package struct ArchivePage: Sendable {
  private let publication: Publication
  private let language: Language
  private let page: Template

  /// Reads and checks the page's template.
  ///
  /// - Throws: ``TemplateError`` for a template that is broken or names an unknown variable.
  package init(publication: Publication, templates: TemplateSet) throws(TemplateError) {
    self.publication = publication
    language = Language.named(publication.language)
    page = try templates.template("archive.html", example: Self.example(language))
  }

  /// What the template may see, with nothing missing.
  static func example(_ language: Language) -> [String: TemplateValue] {
    var example = Publication.example.common(language)
    example["issues"] = .list([
      .object([
        "id": .text("2024-W37"), "title": .text("T"), "summary": .text("S"), "dates": .text("D"),
        "isoDate": .text("2024-09-09"), "body": .html("<p>T</p>"),
      ])
    ])
    return example
  }

  /// The page's HTML.
  package func html(_ issues: [PublishedIssue]) -> String {
    var members = publication.common(language)
    members["issues"] = .list(
      issues.newestFirst.map { issue in
        .object([
          "id": .text(issue.week), "title": .text(issue.title), "summary": .text(ifAny: issue.summary),
          "dates": .text(issue.dates), "isoDate": .text(issue.day.description), "body": .html(issue.html),
        ])
      })
    return page.render(members)
  }
}
