import Timeline

/// Makes a timeline of an article's paragraphs.
struct ArticleReader {
  /// How many words of an entry without a title go into its id.
  private static let wordsOfID = 6

  private let paragraphs: [SourceParagraph]
  private let options: ImportOptions
  private let known: ArticleMetadata
  private(set) var findings: [Finding] = []

  init(_ paragraphs: [SourceParagraph], known: ArticleMetadata = ArticleMetadata(), options: ImportOptions) {
    self.paragraphs = paragraphs
    self.known = known
    self.options = options
  }

  mutating func document() -> TimelineDocument {
    let preamble = Preamble(paragraphs, order: options.dateOrder)
    let body = Array(paragraphs[preamble.length...])
    let author = known.author ?? preamble.author
    let published = known.published ?? preamble.published
    let finder = HeadingFinder(body, order: options.dateOrder, publishedIn: published?.firstDay?.year)
    findings = finder.findings
    if !finder.found.isEmpty { reportDates(in: preamble.standfirst) }
    var extractor = QuoteExtractor(texts: paragraphs.map(\.text), people: options.people, author: author)
    let end = ArticleEnd.index(in: body, afterHeading: finder.found.last?.paragraph ?? 0, author: author)
    if end < body.count {
      report(.signOff, at: body[end], "what follows from here was left out as sign-off and author note")
    }
    let starts = finder.found.map(\.paragraph)
    let ends = starts.dropFirst() + [end]
    var ids = EntryIDs()
    let entries = zip(finder.found, ends).compactMap { found, end in
      let own = ((found.paragraph + 1)..<end).filter { !finder.sections.contains($0) }
      return entry(found, body[found.paragraph], own.map { body[$0] }, &extractor, &ids)
    }
    findings += extractor.findings
    return TimelineDocument(
      title: known.title ?? preamble.title, author: author,
      source: [known.address, published?.edtf].compactMap(\.self).joined(separator: ", ").nonEmpty,
      standfirst: BulletList.markdown(of: preamble.standfirst), entries: entries)
  }

  private mutating func entry(
    _ found: HeadingFinder.Found, _ heading: SourceParagraph, _ rest: [SourceParagraph],
    _ extractor: inout QuoteExtractor, _ ids: inout EntryIDs
  ) -> Entry? {
    let first =
      found.heading.bodyOffset.map { [$0 == 0 && heading.block == nil ? heading : heading.dropping($0)] } ?? []
    var own = (first + rest).filter { !ArticleEnd.isRule($0.text) }
    guard let date = found.date else { return nil }
    var title = found.heading.title
    if found.heading.isAlone, let next = own.first, next.isHeading {
      title = MarkdownText.escaped(next.text)
      own.removeFirst()
      own.insert(contentsOf: LinkParagraphs.of(next), at: 0)
    }
    if found.heading.bodyOffset == nil { own.insert(contentsOf: LinkParagraphs.of(heading), at: 0) }
    let note = found.note.map { PlacedBlock(block: .note(" \($0) "), position: heading.position) }
    let blocks = [note].compactMap(\.self) + self.blocks(of: own, with: &extractor)
    let sentence = found.heading.isSentence ? Self.firstWords(of: found.heading.written.rest) : nil
    let words =
      title ?? sentence
      ?? own.first { PhotoCredit.read($0.text) == nil && !$0.text.isEmpty }.map { Self.firstWords(of: $0.text) }
    return Entry(
      id: ids.unique(EntryID.derived(from: date, title: words)), date: date,
      dateText: Self.dateText(found.heading.written, date), title: title, blocks: blocks.map(\.block),
      position: heading.position,
      blockPositions: blocks.map(\.position))
  }

  /// The date as the article has it where EDTF would be a riddle to readers, as `1940-22` is for the summer of 1940.
  private static func dateText(_ written: WrittenDate, _ date: EntryDate) -> String? {
    guard date.precision == .season, let again = WrittenDate.read(prefixOf: written.text, order: nil),
      again.date == date, again.rest.isEmpty
    else { return nil }
    return written.text
  }

  private static func firstWords(of text: String) -> String {
    text.prefix(200).split(separator: " ").prefix(wordsOfID).joined(separator: " ")
  }

  private mutating func blocks(of own: [SourceParagraph], with extractor: inout QuoteExtractor) -> [PlacedBlock] {
    var prose: [SourceParagraph] = []
    var credits: [PlacedBlock] = []
    for paragraph in own.flatMap(PhotoCredit.parted) {
      guard paragraph.block == nil, let credit = PhotoCredit.read(paragraph.text) else {
        prose.append(paragraph)
        continue
      }
      if let last = prose.last, case .picture(var picture)? = last.block, picture.credit == nil {
        picture.credit = PictureCaption.withoutLabel(credit)
        prose[prose.count - 1].block = .picture(picture)
        continue
      }
      credits.append(PlacedBlock(block: .note(" Photo: \(credit) "), position: paragraph.position))
      report(
        .photoCredit, at: paragraph,
        "the text credits a photo (\(credit)) that it does not hold; the credit is kept as a private note")
    }
    let isPage = prose.contains { $0.markdown != nil }
    var body = BulletList.grouped(extractor.blocks(of: prose), keepsDashes: isPage)
    for credit in credits.reversed() {
      let before = body.lastIndex { $0.position <= credit.position }
      body.insert(credit, at: before.map { $0 + 1 } ?? 0)
    }
    return body
  }

  private mutating func reportDates(in standfirst: [SourceParagraph]) {
    for (index, heading) in HeadingFinder.sentences(in: standfirst, besides: [], order: options.dateOrder)
    where heading.written.readings.contains(where: { $0.precision > .year }) {
      report(
        .datedParagraph, at: standfirst[index],
        "the paragraph begins with \(heading.written.text), stands before the first entry, and was kept in the standfirst; "
          + "if it is an entry, write \(HeadingFinder.heading(of: heading)) above it in the timeline")
    }
  }

  private mutating func report(_ rule: ImportRule, at paragraph: SourceParagraph, _ message: String) {
    findings.append(rule.finding(at: paragraph.position, message))
  }
}
