import Timeline

/// The blocks of a page as paragraphs of an article.
struct HTMLParagraphs {
  private(set) var paragraphs: [SourceParagraph] = []
  let findings: [Finding]
  private let order: DateOrder?

  /// The first heading is that of a part, and not the page's own.
  private let haveOwnTitles: Bool

  /// Reads an element of a page; with `haveOwnTitles` none of its headings is the title of the page.
  init(_ element: MarkupElement, base: String?, order: DateOrder?, haveOwnTitles: Bool = false) {
    let markup = MarkupBlocks(element, base: base)
    findings = markup.findings
    self.order = order
    self.haveOwnTitles = haveOwnTitles
    for block in markup.blocks { append(block) }
    datePublishedParts()
    putDatesBeforeTitles()
  }

  private mutating func append(_ block: MarkupBlock) {
    let position = SourcePosition(line: max(1, block.line))
    var paragraph = SourceParagraph(datedText(of: block), at: position)
    paragraph.links = block.run.links
    switch block.kind {
    case .heading(1)
    where !haveOwnTitles && paragraphs.allSatisfy({ !$0.isHeading })
      && DateHeading.read(block.run.plain, order: order) == nil:
      return
    case .heading:
      paragraph.isHeading = true
      paragraph.block = .text(block.markdown)
    case .item: if !Self.hasQuotation(block.run.plain) { paragraph.block = .text(block.markdown) }
    case .paragraph: paragraph.markdown = block.run.markdown
    case .row:
      paragraph = SourceParagraph("", at: position)
      paragraph.block = .text(block.markdown)
    case .rule: paragraph = SourceParagraph("___", at: position)
    case .picture(let picture):
      paragraph = SourceParagraph("", at: position)
      paragraph.block = .picture(picture)
    case .quotation:
      appendQuotation(block, at: position)
      return
    }
    paragraphs.append(paragraph)
  }

  /// The words of a block; a date in `<time datetime>` stands for its words where those say less.
  private func datedText(of block: MarkupBlock) -> String {
    let words = block.run.plain
    guard let time = block.run.time, words.hasPrefix(time.text), let date = FeedDate.read(String(time.value.prefix(10)))
    else { return withMark(behindBoldDateOf: block) ?? words }
    let heading = DateHeading.read(words, order: order)
    guard heading?.written.date == nil else { return words }
    let dated = date.edtf + words.dropFirst(time.text.count)
    return DateHeading.read(dated, order: order) == nil ? words : dated
  }

  /// `<b>1921</b> Four friends …`: the words with a colon behind the date, which its weight sets apart from them.
  private func withMark(behindBoldDateOf block: MarkupBlock) -> String? {
    let words = block.run.plain
    let markdown = block.run.markdown
    guard markdown.hasPrefix("**"),
      let bold = markdown.dropFirst(2).firstRange(of: "**").map({ range in
        markdown[markdown.index(markdown.startIndex, offsetBy: 2)..<range.lowerBound]
      }), words.hasPrefix(bold), DateHeading.read(words, order: order) == nil,
      DateHeading.read(String(bold), order: order)?.isAlone == true
    else { return nil }
    let rest = words.dropFirst(bold.count).drop { $0 == " " }
    return rest.first?.isLowercase ?? true ? nil : "\(bold): \(rest)"
  }

  /// A blockquote: with a name it is a quote, behind `Kerr said:` its words are his, and else it stays as it is.
  private mutating func appendQuotation(_ block: MarkupBlock, at position: SourcePosition) {
    var paragraph = SourceParagraph("", at: position)
    if let made = MarkupText.block(of: block), case .quote = made {
      paragraph.block = made
      paragraphs.append(paragraph)
      paragraphs += LinkParagraphs.of(linking(block, at: position))
      return
    }
    let texts = block.paragraphs.map(\.plain)
    if texts.contains(where: Self.hasQuotation) {
      for run in block.paragraphs {
        var inner = SourceParagraph(run.plain, at: position)
        inner.links = run.links
        paragraphs.append(inner)
      }
      return
    }
    if let before = paragraphs.last, before.block == nil, case .spoken? = Attribution.before(before.text) {
      for (index, text) in texts.enumerated() {
        paragraphs.append(SourceParagraph("“" + text + (index + 1 == texts.count ? "”" : ""), at: position))
      }
      paragraphs += LinkParagraphs.of(linking(block, at: position))
    } else {
      paragraph.block = .text(block.markdown)
      paragraphs.append(paragraph)
    }
  }

  private func linking(_ block: MarkupBlock, at position: SourcePosition) -> SourceParagraph {
    var paragraph = SourceParagraph("", at: position)
    paragraph.links = block.paragraphs.flatMap(\.links) + block.attributionLinks
    return paragraph
  }

  private static func hasQuotation(_ text: String) -> Bool {
    text.contains { "“”„«»\"".contains($0) }
  }

  /// On pages of posts without other dates, `Posted on 17 April 2022 by …` below a title dates its post.
  private mutating func datePublishedParts() {
    let places = paragraphs.indices.dropFirst().filter { index in
      paragraphs[index - 1].isHeading && !paragraphs[index].isHeading
        && Byline.publication(paragraphs[index].text, order: order)?.precision == .day
    }
    guard places.count > 1,
      !paragraphs.contains(where: { DateHeading.read(paragraph: $0.text, order: order) != nil })
    else { return }
    for index in places.reversed() {
      let line = paragraphs[index]
      guard let date = Byline.publication(line.text, order: order) else { continue }
      var note = SourceParagraph("", at: line.position)
      note.block = .note(" \(line.text.replacing("--", with: "–").replacing(">", with: "›")) ")
      paragraphs[index] = SourceParagraph(date.edtf, at: line.position)
      paragraphs.insert(note, at: index + 1)
    }
  }

  /// On pages that set the date below the title of each part, the date goes first.
  private mutating func putDatesBeforeTitles() {
    let dates = paragraphs.indices.filter { index in
      DateHeading.read(paragraphs[index].text, order: order)?.isAlone == true && !paragraphs[index].isHeading
    }
    let isBelow = { (index: Int) in
      index > 0 && paragraphs[index - 1].isHeading && !(index + 1 < paragraphs.count && paragraphs[index + 1].isHeading)
    }
    guard dates.count > 1 || isOnlyDate(dates.first), dates.allSatisfy(isBelow) else { return }
    for index in dates { paragraphs.swapAt(index - 1, index) }
  }

  private func isOnlyDate(_ index: Int?) -> Bool {
    guard let index else { return false }
    return paragraphs.indices.allSatisfy {
      $0 == index || DateHeading.read(paragraph: paragraphs[$0].text, order: order) == nil
    }
  }
}
