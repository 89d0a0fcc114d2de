import Timeline

/// Makes entries of slides: the headline is the title, media become pictures or links.
struct SlideReader {
  private(set) var findings: [Finding] = []
  private var ids = EntryIDs()
  /// What to call a slide in messages: `event` or `row`.
  let word: String

  init(word: String) {
    self.word = word
  }

  /// The entry of a slide; nil, with a finding, for one without a usable date.
  mutating func entry(of slide: TimelineJSSlide, number: Int) -> Entry? {
    let title = MarkupText.plain(slide.headline)
    guard let start = slide.start, !start.year.isEmpty else {
      report(.dateInvalid, "\(word) \(number) has no date and was left out: \(title)", slide)
      return nil
    }
    guard let date = date(from: start, to: slide.end, slide, number: number) else { return nil }
    var blocks = take(MarkupText.blocks(of: slide.text, line: slide.line))
    blocks += mediaBlocks(of: slide)
    if !slide.display.isEmpty {
      blocks.append(.note(" The source shows the date as: \(slide.display.replacing("--", with: "–")) "))
    }
    if !slide.note.isEmpty { blocks.append(.note(" \(slide.note) ")) }
    let wanted = slide.id.isEmpty ? EntryID.derived(from: date, title: title) : EntryID.slug(slide.id)
    let id = ids.unique(wanted.isEmpty ? EntryID.derived(from: date, title: title) : wanted)
    var entry = Entry(
      id: id, date: date, title: title.isEmpty ? nil : MarkdownText.escaped(title), blocks: blocks,
      position: SourcePosition(line: slide.line))
    entry.blockPositions = blocks.map { _ in entry.position }
    entry.fields.add(tags: [MarkupText.plain(slide.group)])
    return entry
  }

  /// The standfirst that a title slide makes: its text, its media with their caption and credit, its background.
  mutating func standfirst(of slide: TimelineJSSlide) -> String {
    TimelineJSImporter.markdown(take(MarkupText.blocks(of: slide.text, line: slide.line)) + mediaBlocks(of: slide))
  }

  private mutating func date(
    from start: TimelineJSDate, to end: TimelineJSDate?, _ slide: TimelineJSSlide, number: Int
  ) -> EntryDate? {
    do throws(TimelineJSDate.Problem) {
      return try TimelineJSDate.entryDate(from: start, to: end)
    } catch {
      guard let end, !end.year.isEmpty, let date = try? TimelineJSDate.entryDate(from: start, to: nil) else {
        report(.dateInvalid, "\(word) \(number) was left out: \(error.message); correct its date", slide)
        return nil
      }
      report(
        error.isReversed ? .rangeReversed : .dateInvalid,
        "\(word) \(number) has an end that cannot be and was imported without it: \(error.message)", slide)
      return date
    }
  }

  private mutating func mediaBlocks(of slide: TimelineJSSlide) -> [Block] {
    let media = slide.media
    let caption = MarkupText.plain(media.caption)
    let credit = MarkupText.plain(media.credit)
    var blocks: [Block] = []
    if media.url.trimmingSpaces().hasPrefix("<") {
      blocks += embedded(media, caption: caption, credit: credit, line: slide.line)
    } else if let url = address(media.url, slide) {
      if Self.showsPicture(url) {
        let alt = media.alt.isEmpty ? "" : MarkupText.plain(media.alt)
        blocks.append(.picture(Picture(path: url, alt: alt, credit: credit.isEmpty ? nil : credit)))
        blocks += captionBlocks(media)
      } else {
        blocks += linkBlocks(media, to: url, caption: caption, credit: credit, slide)
      }
    }
    if !media.link.isEmpty, let link = address(media.link, slide) {
      blocks.append(.text(MarkdownText.link(MarkdownText.escapedInline(link[...]), to: link)))
    }
    if Self.looksLikeAddress(slide.background), let url = address(slide.background, slide) {
      blocks.append(.picture(Picture(path: url, alt: MarkupText.plain(slide.backgroundAlt))))
    }
    return blocks
  }

  /// A caption, and the links of a credit, whose words are with the picture.
  private mutating func captionBlocks(_ media: TimelineJSSlide.Media) -> [Block] {
    let links = MarkupText.links(of: media.credit).map {
      MarkdownText.link(MarkdownText.escapedInline($0.text[...]), to: $0.url)
    }
    return MarkupText.blocks(of: media.caption, line: 1).blocks + links.map { Block.text($0) }
  }

  /// A video, a map, a page: a link whose words are the caption; the credit stands in the link's title.
  private mutating func linkBlocks(
    _ media: TimelineJSSlide.Media, to url: String, caption: String, credit: String, _ slide: TimelineJSSlide
  ) -> [Block] {
    let words = MarkdownText.escapedInline((caption.isEmpty ? url : caption)[...])
    let title = credit.isEmpty ? "" : " \"\(MarkdownText.escaped(credit).replacing("\"", with: "\\\""))\""
    var blocks: [Block] = [.text("[\(words)](\(MarkdownText.target(url))\(title))")]
    for link in MarkupText.links(of: media.caption) + MarkupText.links(of: media.credit) {
      blocks.append(.text(MarkdownText.link(MarkdownText.escapedInline(link.text[...]), to: link.url)))
    }
    if !media.thumbnail.isEmpty, let thumbnail = address(media.thumbnail, slide) {
      blocks.append(.picture(Picture(path: thumbnail, alt: media.alt, credit: credit.isEmpty ? nil : credit)))
    }
    return blocks
  }

  /// Media given as HTML: a blockquote is what its credit says, a frame is a link to its page.
  private mutating func embedded(
    _ media: TimelineJSSlide.Media, caption: String, credit: String, line: Int
  ) -> [Block] {
    if let root = MarkupParser.html(Array(media.url.utf8)).root, let frame = root.first("iframe"),
      case .address(let url) = WebAddress.read(frame.attributes["src"])
    {
      let words = MarkdownText.escapedInline((caption.isEmpty ? url : caption)[...])
      let around = take(MarkupText.blocks(of: root.removing(frame), base: nil, line: line))
      return around + [.text(MarkdownText.link(words, to: url))] + credits(credit)
    }
    let blocks = take(MarkupText.blocks(of: media.url, line: line)).map { block -> Block in
      guard case .text(let text) = block, text.hasPrefix("> "), !credit.isEmpty else { return block }
      let words = MarkdownBlock.parse(text).plainText.withoutOuterMarks
      return .quote(Quote(text: words, speaker: credit.replacing(",", with: " –")))
    }
    let isCredited = blocks.contains { if case .quote = $0 { true } else { false } }
    return blocks + captionBlocks(media) + (isCredited ? [] : credits(credit))
  }

  private func credits(_ credit: String) -> [Block] {
    credit.isEmpty ? [] : [.text(MarkdownText.escaped(credit))]
  }

  private mutating func address(_ text: String, _ slide: TimelineJSSlide) -> String? {
    switch WebAddress.read(text) {
    case .address(let url): return url
    case .refused(let scheme):
      report(.linkScheme, "an address with \(scheme): was left out", slide, isSettled: true)
      return nil
    case .none: return nil
    }
  }

  private static func showsPicture(_ url: String) -> Bool {
    guard WebAddress.isPicture(url) else { return false }
    return !url.contains("/wiki/") || url.contains("/wiki/File:")
  }

  /// A background is an address or a colour.
  private static func looksLikeAddress(_ text: String) -> Bool {
    text.contains("/") && !text.hasPrefix("#") && !text.hasPrefix("rgb")
  }

  private mutating func take(_ made: (blocks: [Block], findings: [Finding])) -> [Block] {
    findings += made.findings
    return made.blocks
  }

  private mutating func report(_ rule: ImportRule, _ message: String, _ slide: TimelineJSSlide, isSettled: Bool = false)
  {
    findings.append(rule.finding(line: slide.line, message, isSettled: isSettled))
  }
}

extension String {
  /// The text without the quotation marks around the whole of it.
  var withoutOuterMarks: String {
    guard let first, let last, count > 2, QuoteConvention.match(first, last) else { return self }
    let inside = dropFirst().dropLast()
    return inside.contains(first) || inside.contains(last) ? self : String(inside)
  }
}
