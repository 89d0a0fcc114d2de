import Testing
import Timeline

@testable import Content

@Suite struct TemplateSetTests {
  func error(_ path: String, _ text: String) throws -> TemplateError {
    let templates = TemplateSet(files: [path: text])
    return try #require(throws: TemplateError.self) {
      _ = try IssueComposer(publication: Sample.publication, templates: templates)
      _ = try PostComposer(publication: Sample.publication, channel: .x, templates: templates)
      _ = try NewsletterRenderer(publication: Sample.publication, templates: templates)
    }
  }

  @Test(
    "an error names file, line and column, and shows the line",
    arguments: [
      ("subject.mustache", "{{lead.headline}}\n {{titel}}", 2, 2, "titel"),
      (
        "newsletter.mustache", "{{#sections}}{{#news}}{{#entries}}{{tilte}}{{/entries}}{{/news}}{{/sections}}", 1, 35,
        "tilte"
      ),
      ("newsletter.mustache", "\n{{issue.year}}", 2, 1, "issue.year"),
      ("newsletter.mustache", "{{>nothing}}", 1, 1, "nothing"),
      ("partials/entry.mustache", "{{title}}\n{{#quotes}}{{said}}{{/quotes}}", 2, 12, "said"),
      ("newsletter.html.mustache", "<p>{{head}}</p>", 1, 4, "head"),
      ("posts/entry.mustache", "---\nshort:\n  - \"{{titel}}\"\n---\n{{headline}}", 3, 1, "titel"),
      ("posts/entry.mustache", "---\nshort: []\n---\n{{headline}}\n{{nope}}", 5, 1, "nope"),
      ("posts/x/on-this-day.mustache", "{{ago}}", 1, 1, "ago"),
      ("posts/entry.mustache", "---\nshrot: []\n---\n", 2, 1, "shrot"),
      ("posts/entry.mustache", "---\nshort:\n  - a\n{{headline}}\n", 1, 1, "never closed"),
      ("partials/sign-off.mustache", "Bye.\n{{>sign-off}}\n", 2, 1, "\"sign-off\" includes itself"),
      ("newsletter.mustache", "{{>newsletter}}", 1, 1, "itself"),
      ("partials/pick.mustache", "{{#title}}{{>look-back}}{{>pick}}{{/title}}", 1, 25, "itself"),
      ("posts/x/entry.mustache", "{{>posts/x/entry}}", 1, 1, "itself"),
      ("posts/entry.mustache", "---\nshort:\n  - [a]\n---\n", 3, 5, "text"),
    ])
  func unknown(path: String, text: String, line: Int, column: Int, hint: String) throws {
    let error = try error(path, text)
    #expect(error.file == "Templates/\(path)")
    #expect(error.position == SourcePosition(line: line, column: column), "\(error)")
    #expect(error.problem.contains(hint), "\(error)")
  }

  @Test(
    "broken Mustache is an error with its place",
    arguments: [
      ("{{#lead}}\n{{/led}}", 2, 1, "\"lead\""), ("é {{#lead}}", 1, 3, "never closed"), ("{{/lead}}", 1, 1, "not open"),
      ("text\n {{lead", 2, 2, "}}"), ("{{{lead}}", 1, 1, "}}}"), ("{{=x}}", 1, 1, "=}}"), ("{{= x =}}", 1, 1, "marks"),
      ("a {{ lead lead }}", 1, 3, "blanks"), ("{{}}", 1, 1, "names nothing"),
      ("{{! a\nb }}\n{{ }}", 3, 1, "names nothing"),
      ("{{% CONTENT_TYPE:HTML}}", 1, 1, "setting"), ("{{<base}}{{$b}}{{/b}}{{/base}}", 1, 1, "partial"),
    ])
  func broken(text: String, line: Int, column: Int, hint: String) throws {
    let error = try error("subject.mustache", text)
    #expect(error.position == SourcePosition(line: line, column: column), "\(error)")
    #expect(error.problem.contains(hint), "\(error)")
  }

  @Test("an item knows its place, in partials and below sections too")
  func place() throws {
    let nodes = try TemplateParser.parse(
      "{{#items}}{{index()}}{{#first()}}f{{/first()}}{{#odd()}}o{{/odd()}}{{#name}}{{>comma}}{{/name}}{{/items}}{{^last()}}.{{/last()}}"
    )
    let items = (0..<3).map { _ in TemplateValue.object(["name": .text("n")]) }
    var renderer = TemplateRenderer(
      format: .plainText, stack: [.object(["items": .list(items)])],
      partials: ["comma": try TemplateParser.parse("{{.}}{{^last()}}, {{/last()}}")])
    #expect(renderer.render(nodes) == "0fn, 1on, 2n.")
  }

  @Test("a publication's file goes before the built-in one, and its language's before both")
  func order() throws {
    let files = ["subject.mustache": "own", "nb/subject.mustache": "egen", "README.md": "{{nothing}}"]
    let subject = { (language: String) in
      var publication = Sample.publication
      publication.language = language
      let templates = TemplateSet(files: files, language: language)
      return try IssueComposer(publication: publication, templates: templates)
        .compose(day: Sample.day("2024-09-09"), entries: Sample.entries, picks: []).draft?.subject
    }
    #expect(try subject("en") == "own")
    #expect(try subject("nb") == "egen")
  }

  @Test("words of the timeline never become tags")
  func userData() throws {
    var entry = Sample.meeting
    entry.title = "{{words.news}} {{/title}} {{{x}}}"
    let draft = try #require(
      try PostComposer(publication: Sample.publication, channel: .mastodon, templates: TemplateSet())
        .compose(.entry(entry)).draft)
    #expect(draft.text.hasPrefix("{{words.news}} {{/title}} {{{x}}}\n"))
  }

  @Test(
    "the kind of a file decides how values are escaped", arguments: ["{{{publication.name}}}", "{{publication.name}}"])
  func escaping(tag: String) throws {
    let name = "<b> & \"Lap\" *9* [x](y) \\ `c`"
    var publication = Sample.publication
    publication.name = name
    let templates = TemplateSet(files: [
      "newsletter.mustache": tag, "subject.mustache": tag, "newsletter.html.mustache": tag,
    ])
    let draft = try #require(
      try IssueComposer(publication: publication, templates: templates)
        .compose(day: Sample.day("2024-09-09"), entries: Sample.entries, picks: []).draft)
    #expect(draft.subject == name)
    #expect(PlainText.from(markdown: draft.text) == name)
    let html = try NewsletterRenderer(publication: publication, templates: templates).render(draft).html
    #expect(
      html == "&lt;b&gt; &amp; &quot;Lap&quot; *9* [x](y) \\ `c`\n"
        || html == "&lt;b&gt; &amp; &quot;Lap&quot; *9* [x](y) \\ `c`")
  }
}
