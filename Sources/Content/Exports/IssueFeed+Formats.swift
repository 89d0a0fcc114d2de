internal import Timeline

extension IssueFeed {
  var atom: String {
    let escaped = XMLText.escaped
    var lines = [
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>",
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"\(escaped(publication.language))\">",
      "  <id>tag:\(publication.host),2000-01-01:newsletter</id>",
      "  <title>\(escaped(publication.name))</title>",
      "  <updated>\(issues.first.map(timestamp) ?? "1970-01-01T00:00:00Z")</updated>",
      "  <author><name>\(escaped(publication.name))</name></author>",
    ]
    if let home { lines.append("  <link rel=\"alternate\" type=\"text/html\" href=\"\(escaped(home))\"/>") }
    for issue in issues {
      lines += [
        "  <entry>",
        "    <id>\(escaped(name(of: issue)))</id>",
        "    <title>\(escaped(issue.title))</title>",
        "    <published>\(timestamp(of: issue))</published>",
        "    <updated>\(timestamp(of: issue))</updated>",
      ]
      if let address = issue.address {
        lines.append("    <link rel=\"alternate\" type=\"text/html\" href=\"\(escaped(address))\"/>")
      }
      if !issue.summary.isEmpty { lines.append("    <summary>\(escaped(issue.summary))</summary>") }
      lines += ["    <content type=\"html\">\(escaped(issue.html))</content>", "  </entry>"]
    }
    return (lines + ["</feed>", ""]).joined(separator: "\n")
  }

  var rss: String {
    let escaped = XMLText.escaped
    var lines = [
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>",
      "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\">",
      "  <channel>",
      "    <title>\(escaped(publication.name))</title>",
      "    <link>\(escaped(home ?? "https://\(publication.host)/"))</link>",
      "    <description>\(escaped(publication.name))</description>",
      "    <language>\(escaped(publication.language))</language>",
    ]
    for issue in issues {
      lines += [
        "    <item>",
        "      <guid isPermaLink=\"false\">\(escaped(name(of: issue)))</guid>",
        "      <title>\(escaped(issue.title))</title>",
        "      <pubDate>\(EmailDate.text(issue.day, offset: String(timestamp(of: issue).suffix(6))))</pubDate>",
      ]
      if let address = issue.address { lines.append("      <link>\(escaped(address))</link>") }
      if !issue.summary.isEmpty { lines.append("      <description>\(escaped(issue.summary))</description>") }
      lines += ["      <content:encoded>\(escaped(issue.html))</content:encoded>", "    </item>"]
    }
    return (lines + ["  </channel>", "</rss>", ""]).joined(separator: "\n")
  }

  var json: String {
    var members: [String: TemplateValue] = [
      "version": .text("https://jsonfeed.org/version/1.1"),
      "title": .text(publication.name),
      "language": .text(publication.language),
      "authors": .list([.object(["name": .text(publication.name)])]),
      "items": .list(issues.map(item)),
    ]
    if let home { members["home_page_url"] = .text(home) }
    return TemplateValue.object(members).json + "\n"
  }

  private func item(_ issue: PublishedIssue) -> TemplateValue {
    var members: [String: TemplateValue] = [
      "id": .text(name(of: issue)),
      "title": .text(issue.title),
      "date_published": .text(timestamp(of: issue)),
      "content_html": .text(issue.html),
    ]
    if let address = issue.address { members["url"] = .text(address) }
    if !issue.summary.isEmpty { members["summary"] = .text(issue.summary) }
    return .object(members)
  }
}
