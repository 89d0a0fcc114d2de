package import Timeline

/// What an editor should know of an issue before it goes out, beside what ``FidelityCheck`` finds.
package struct NewsletterCheck: Sendable {
  /// Gmail cuts HTML at about 102 kB.
  static let largestHTML = 100_000

  private let language: Language
  private let renderer: NewsletterRenderer
  private let severities: [String: Finding.Severity?]
  private let hasFile: @Sendable (String) -> Bool

  /// - Parameters:
  ///   - publication: the language counts.
  ///   - renderer: makes the HTML whose size is looked at.
  ///   - severities: by rule, what the settings say; nil switches a rule off.
  ///   - hasFile: whether the publication has a file at this path.
  package init(
    publication: Publication, renderer: NewsletterRenderer, severities: [String: Finding.Severity?] = [:],
    hasFile: @escaping @Sendable (_ path: String) -> Bool
  ) {
    language = Language.named(publication.language)
    self.renderer = renderer
    self.severities = severities
    self.hasFile = hasFile
  }

  /// Checks one issue.
  ///
  /// - Parameters:
  ///   - contents: the whole file of the draft.
  ///   - file: its path, for findings.
  ///   - entries: the entries of all timelines by id.
  /// - Returns: warnings of the rules `lead-stale`, `newsletter-size`, `picture-alt`, `picture-file` and `link-text`, in
  ///   the order of the file; none for a post and for a file that is no draft.
  package func findings(in contents: String, file: String, entries: [String: Entry]) -> [Finding] {
    guard let draft = try? Draft(reading: contents, file: file), draft.kind == .newsletter else { return [] }
    let lines = NewsletterLines(contents)
    let blocks = MarkdownBlock.parse(draft.text)
    let found =
      staleLeads(of: draft, lines, entries) + size(of: draft) + links(in: blocks, lines)
      + pictures(in: blocks, of: draft, lines)
    return found.sorted { $0.position < $1.position }.weighed(by: severities).map { finding in
      var finding = finding
      finding.file = file
      return finding
    }
  }

  private func warning(_ rule: String, _ position: SourcePosition, _ message: String) -> Finding {
    Finding(position: position, severity: .warning, rule: rule, message: message)
  }

  private func size(of draft: Draft) -> [Finding] {
    let bytes = renderer.render(draft).html.utf8.count
    guard bytes > Self.largestHTML else { return [] }
    let kilobytes = (bytes + 999) / 1_000
    return [
      warning(
        "newsletter-size", SourcePosition(line: 1),
        "The HTML has \(kilobytes) kB, and Gmail cuts it at about 102. Shorten the issue, or set fewer entries a section."
      )
    ]
  }

  private func links(in blocks: [MarkdownBlock], _ lines: NewsletterLines) -> [Finding] {
    var finder = lines
    return blocks.inlineLinks.filter { $0.words.isEmpty }.map { link in
      warning(
        "link-text", finder.place(of: "](\(link.url)"),
        "The link to \(link.url) has no words, so that nobody can follow it. Write some between its square brackets.")
    }
  }

  private func pictures(in blocks: [MarkdownBlock], of draft: Draft, _ lines: NewsletterLines) -> [Finding] {
    var finder = lines
    return blocks.images.flatMap { picture -> [Finding] in
      let place = finder.place(of: picture.path)
      var found: [Finding] = []
      if picture.alt.allSatisfy(\.isWhitespace) {
        found.append(
          warning(
            "picture-alt", place,
            "The picture \(picture.path) has no words for those who do not see it. Write them between its square brackets."
          ))
      }
      let isRelative = !picture.path.contains("://") && !picture.path.hasPrefix("data:")
      if isRelative, !(draft.path(ofPicture: picture.path).map(hasFile) ?? false) {
        found.append(
          warning(
            "picture-file", place,
            "There is no file \(picture.path), seen from the draft. Correct the path, or readers get the words alone."))
      }
      return found
    }
  }
}

// MARK: - The lead

extension NewsletterCheck {
  /// What subject, preheader and standfirst say of an entry that the rest does not tell of any more.
  private func staleLeads(of draft: Draft, _ lines: NewsletterLines, _ entries: [String: Entry]) -> [Finding] {
    let (standfirst, rest) = lines.parts
    let told = Self.plain(rest.map(\.text).joined(separator: "\n"))
    let lead = lines.head + standfirst
    return (draft.entries + draft.without).compactMap { entries[$0] }.flatMap { entry -> [Finding] in
      let text = EntryText(entry, language: language)
      var headline = Self.plain(text.headline)
      if headline.hasSuffix(".") { headline.removeLast() }
      let opening = Self.plain(String((text.opening ?? "").prefix(60)))
      // What has neither title nor text is called by its date, its quote or its picture, which prove nothing.
      guard Self.plain("\(entry.title ?? "")\n\n\(text.body())").contains(headline) else { return [] }
      guard !headline.isEmpty, !told.contains(headline), opening.isEmpty || !told.contains(opening) else { return [] }
      return lead.filter { Self.plain($0.text).contains(headline) }.map { line in
        warning(
          "lead-stale", SourcePosition(line: line.number),
          "This line speaks of “\(headline)”, which the issue does not tell of any more. Say here what it does tell of."
        )
      }
    }
  }

  private static func plain(_ markdown: String) -> String {
    FidelityCorpus.normalised(PlainText.from(markdown: MarkdownNotes.removed(from: markdown)))
  }
}
