import Timeline

/// Makes a timeline of a feed; feeds begin with the newest item, a timeline with the oldest.
struct FeedReader {
  private static let longestID = 80

  private(set) var findings: [Finding] = []
  private var ids = EntryIDs()

  mutating func document(of feed: Feed) -> TimelineDocument {
    findings += feed.findings
    var document = TimelineDocument()
    let title = MarkupText.plain(feed.title)
    document.title = title.isEmpty ? nil : title
    document.author = feed.author.isEmpty ? nil : feed.author
    document.source = feed.link.isEmpty ? nil : feed.link
    if let about = feed.about {
      document.standfirst = TimelineJSImporter.markdown(blocks(of: about, base: nil, line: 1))
    }
    for (index, item) in feed.items.enumerated() {
      if let entry = entry(of: item, number: index + 1) { document.entries.append(entry) }
    }
    document.entries.sort { $0.date < $1.date }
    return document
  }

  private mutating func entry(of item: FeedItem, number: Int) -> Entry? {
    let title = MarkupText.plain(item.title)
    let name = title.isEmpty ? "item \(number)" : "item \(number) (\(title))"
    guard let text = item.dates.first else {
      report(.dateInvalid, "\(name) has no date and was left out", item.line)
      return nil
    }
    guard let date = item.dates.lazy.compactMap({ FeedDate.read($0) }).first else {
      report(.dateInvalid, "\(name) was left out: \"\(text)\" is not a date", item.line)
      return nil
    }
    var blocks = item.content.map { self.blocks(of: $0, base: item.base ?? item.link, line: item.line) } ?? []
    let shown = Set(blocks.compactMap { if case .picture(let picture) = $0 { picture.path } else { nil } })
    for picture in item.pictures where !shown.contains(picture.path) { blocks.append(.picture(picture)) }
    blocks += linkBlocks(of: item)
    let slug = EntryID.slug(item.id)
    let wanted = slug.isEmpty || slug.utf8.count > Self.longestID ? EntryID.derived(from: date, title: title) : slug
    let position = SourcePosition(line: item.line)
    var entry = Entry(
      id: ids.unique(wanted), date: date, title: title.isEmpty ? nil : MarkdownText.escaped(title),
      blocks: blocks, position: position, blockPositions: blocks.map { _ in position })
    entry.fields.add(tags: item.tags.map(MarkupText.plain))
    return entry
  }

  private mutating func linkBlocks(of item: FeedItem) -> [Block] {
    var blocks: [Block] = []
    var seen: Set<String> = []
    for link in [Link(text: "", url: item.link)] + item.links where !link.url.isEmpty {
      switch WebAddress.read(link.url, base: item.base) {
      case .address(let url):
        guard seen.insert(url).inserted else { continue }
        let isPlain = link.text.isEmpty && !url.contains { " <>()".contains($0) } && url.contains("://")
        let words = MarkdownText.escapedInline((link.text.isEmpty ? url : link.text)[...])
        blocks.append(.text(isPlain ? "<\(url)>" : MarkdownText.link(words, to: url)))
      case .refused(let scheme):
        report(.linkScheme, "a link with \(scheme): was left out", item.line, isSettled: true)
      case .none: continue
      }
    }
    return blocks
  }

  private mutating func blocks(of content: FeedItem.Content, base: String?, line: Int) -> [Block] {
    let made =
      switch content {
      case .plain(let text): (blocks: MarkupText.plainBlocks(of: text), findings: [Finding]())
      case .html(let text): MarkupText.blocks(of: text, base: base, line: line)
      case .elements(let element): MarkupText.blocks(of: element, base: base, line: line)
      }
    findings += made.findings
    return made.blocks
  }

  private mutating func report(_ rule: ImportRule, _ message: String, _ line: Int, isSettled: Bool = false) {
    findings.append(rule.finding(line: line, message, isSettled: isSettled))
  }
}
