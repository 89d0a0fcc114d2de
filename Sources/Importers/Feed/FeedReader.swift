import Timeline

/// Makes a timeline of a feed; feeds begin with the newest item, a timeline with the oldest.
struct FeedReader {
  private static let longestID = 80
  /// Letters by which an excerpt is known.
  private static let longestBeginning = 40

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
    let blocks = self.blocks(of: item) + linkBlocks(of: item)
    let slug = EntryID.slug(item.id)
    let wanted = slug.isEmpty || slug.utf8.count > Self.longestID ? EntryID.derived(from: date, title: title) : slug
    let position = SourcePosition(line: item.line)
    var entry = Entry(
      id: ids.unique(wanted), date: date, title: title.isEmpty ? nil : MarkdownText.escaped(title),
      blocks: blocks, position: position, blockPositions: blocks.map { _ in position })
    entry.fields.add(tags: item.tags.map(MarkupText.plain))
    return entry
  }

  /// The content and the pictures of an item, each picture once; before them its summary, where that is no excerpt.
  private mutating func blocks(of item: FeedItem) -> [Block] {
    let base = item.base ?? item.link
    var blocks = item.content.map { self.blocks(of: $0, base: base, line: item.line) } ?? []
    var shown = Set(blocks.compactMap { Self.picture($0)?.path })
    let summary = item.summary.map { self.blocks(of: $0, base: base, line: item.line) } ?? []
    if !Self.isExcerpt(summary, of: blocks) { blocks = summary.filter { Self.picture($0) == nil } + blocks }
    for picture in summary.compactMap(Self.picture) + item.pictures where shown.insert(picture.path).inserted {
      blocks.append(.picture(picture))
    }
    return blocks
  }

  /// Whether a text says what the first words of another say; how either ends is left out, since excerpts are cut.
  private static func isExcerpt(_ excerpt: [Block], of blocks: [Block]) -> Bool {
    let (part, whole) = (letters(excerpt), letters(blocks))
    return part.count <= whole.count && whole.contains(part.prefix(longestBeginning))
  }

  private static func picture(_ block: Block) -> Picture? {
    if case .picture(let picture) = block { picture } else { nil }
  }

  private static func letters(_ blocks: [Block]) -> String {
    MarkdownBlock.parse(TimelineJSImporter.markdown(blocks.filter { picture($0) == nil })).plainText
      .filter { $0.isLetter || $0.isNumber }
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
