internal import Timeline

/// Everything that a draft may say: what its entries say, and the words that Daybook itself adds.
struct FidelityCorpus {
  private(set) var words: Set<String> = []
  private(set) var numbers: Set<String> = []
  /// The years that the days of a month are known with, by month and day; nil among them for a day without a year.
  private var days: [MonthDay: Set<Int?>] = [:]
  private var addresses: Set<String> = []
  private(set) var quotes: [Quote] = []
  /// The words in quotation marks within running text.
  private(set) var quotations: [String] = []
  /// The texts, normalised as ``normalised(_:)`` does, each between line feeds.
  private var text = Array("\n".utf8)
  /// Whether some text opens a quotation and does not close it, so that quotations cannot be told apart.
  private(set) var hasLooseMarks = false
  private let language: Language

  private struct MonthDay: Hashable {
    var month: Int
    var day: Int
  }

  /// What every draft of a publication may say: the words of the templates, of the language and about itself.
  init(publication: Publication, language: Language, templates: TemplateSet) {
    self.language = language
    add(publication)
    for source in templates.draftTexts { add([source]) }
  }

  /// The same with what a draft's entries say, and its dates.
  func with(_ entries: [Entry], draft: Draft) -> FidelityCorpus {
    var corpus = self
    corpus.add(entries, draft: draft)
    return corpus
  }

  private mutating func add(_ entries: [Entry], draft: Draft) {
    for entry in entries { add(entry) }
    for entry in entries {
      guard let first = entry.date.firstDay else { continue }
      for year in [draft.period.first.year, draft.period.last.year] {
        let ago = language.yearsAgo(max(0, year - first.year))
        add([ago, language.lookBack(ago), language.agoHeading(ago)])
      }
    }
    let remembered = RememberedDays(of: entries)
    var day = draft.period.first
    while day <= draft.period.last {
      if day == draft.period.first || day == draft.period.last || remembered.contains(day) { add(day) }
      day = day.adding(days: 1)
    }
    add([language.dates(draft.period.first, draft.period.last), draft.id])
    // A standfirst counts what it leaves out.
    add((1...max(1, entries.count)).map(language.number))
  }

  private mutating func add(_ entry: Entry) {
    let fields = entry.fields
    add([entry.title ?? "", entry.dateText, entry.date.edtf, language.date(of: entry)])
    for day in Set([entry.date.firstDay, entry.date.lastDay].compactMap(\.self)) { add(day) }
    for block in entry.blocks {
      switch block {
      case .text(let markdown):
        add([MarkdownNotes.removed(from: markdown)])
        guard markdown.contains(exactly: "![") else { break }
        addresses.formUnion(
          MarkdownBlock.parse(markdown).images.map { $0.placed(below: IssueContext.pictureFolder).path })
      case .quote(let quote):
        quotes.append(quote)
        add([quote.text, quote.speaker ?? "", quote.source ?? ""])
      case .picture(let picture):
        add([picture.alt, picture.credit ?? ""])
        addresses.insert(picture.path)
        addresses.insert(picture.placed(below: IssueContext.pictureFolder).path)
      case .note: break
      }
    }
    // A sentence that is taken out of its paragraph may part a quotation.
    let pieces = EntryText(entry, language: language)
    add([pieces.headline, pieces.opening ?? ""])
    add(fields.tags + fields.tags.compactMap(Hashtag.from) + fields.people + fields.posts)
    for texts in fields.channelPosts.values { add(texts) }
    for link in entry.links { addresses.insert(link.url) }
  }

  private mutating func add(_ publication: Publication) {
    add([publication.name, publication.link ?? ""])
    addresses.formUnion(([publication.link].compactMap { $0 }) + publication.links.map(\.url))
    add(publication.links.map(\.title) + publication.people.keys + publication.people.values.flatMap(\.values))
    add(Array(language.words.values))
    add(language.weekdays + language.months)
    let standfirst = language.standfirst
    for others in 0...2 {
      add([standfirst.news("", others, ""), standfirst.onThisDay("", "", others, ""), standfirst.comingUp("", "")])
    }
  }

  /// Takes in a day as Daybook writes it.
  private mutating func add(_ day: CivilDay) {
    for text in [language.headingDay(day), language.dayAndWeekday(day), language.date(day)] { addWords(of: text) }
    days[MonthDay(month: day.month, day: day.day), default: []].insert(day.year)
  }

  /// Takes in texts as they are written and as a reader sees them.
  private mutating func add(_ texts: [String]) {
    for text in texts where !text.isEmpty {
      let plain = PlainText.from(markdown: text)
      for version in plain == text ? [text] : [text, plain] {
        addWords(of: version)
        for line in version.split(whereSeparator: \.isNewline) {
          for mention in DayMention.all(in: String(line), language: language) {
            days[MonthDay(month: mention.month, day: mention.day), default: []].insert(mention.year)
          }
        }
        let marks = QuotationMarks(version)
        if marks.hasLooseMark { hasLooseMarks = true }
        if !marks.quotations.isEmpty {
          let characters = Array(version)
          quotations += marks.quotations.map { String(characters[$0]) }
        }
        addresses.formUnion(DraftLines(version).addresses.map(\.url))
      }
    }
  }

  private mutating func addWords(of text: String) {
    words.formUnion(TextTokens.words(in: text).map(\.text))
    numbers.formUnion(TextTokens.numbers(in: text).map(\.text))
    self.text += (Self.normalised(text) + "\n").utf8
  }
}

// MARK: - Questions

extension FidelityCorpus {
  /// A text for comparing words alone: white space made single, typographic marks made plain, quotation marks away.
  static func normalised(_ text: String) -> String {
    let marks = text.compactMap { character -> Character? in
      switch character {
      case "“", "”", "„", "«", "»", "\"", "\\", "*", "_", "`": nil
      case "‘", "’": "'"
      default: character
      }
    }
    return String(marks).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Whether the timeline has these words in this order, whole words all of them.
  func contains(_ words: String) -> Bool {
    let wanted = Array(Self.normalised(words).utf8)
    guard let first = wanted.first, let last = wanted.last else { return true }
    var start = 0
    while let found = text[start...].firstIndex(of: first) {
      let end = found + wanted.count
      guard end <= text.count else { return false }
      start = found + 1
      guard text[found..<end].elementsEqual(wanted) else { continue }
      let isCut =
        Self.isLetter(first) && Self.isLetter(text[found - 1]) || Self.isLetter(last) && Self.isLetter(text[end])
      if !isCut { return true }
    }
    return false
  }

  /// Whether a byte is that of a letter or a digit; signs beyond ASCII are taken for none.
  private static func isLetter(_ byte: UInt8) -> Bool {
    UInt32(byte).isASCIIAlphanumeric
  }

  /// The years in which the timeline has the day that a draft names, as far as it says.
  func years(of mention: DayMention) -> [Int] {
    if let year = mention.year { return [year] }
    return days[MonthDay(month: mention.month, day: mention.day), default: []].compactMap(\.self)
  }

  /// Whether the timeline has the day, in that year if the draft names one.
  func hasDay(_ mention: DayMention) -> Bool {
    guard let years = days[MonthDay(month: mention.month, day: mention.day)] else { return false }
    return mention.year.map { years.contains($0) || years.contains(nil) } ?? true
  }

  /// Whether an address is known, apart from the parameters in `added` and those that say only where a click came from.
  func hasAddress(_ url: String, added: Set<String>) -> Bool {
    if addresses.contains(url) { return true }
    let bare = Self.bare(url, without: added)
    return addresses.contains { Self.bare($0, without: added) == bare }
  }

  /// An address without its parameters `utm_…` and those named, and without a slash at its very end.
  private static func bare(_ url: String, without names: Set<String>) -> String {
    let url = url.percentEncodedAddress
    let parts = url.split(separator: "?", maxSplits: 1)
    guard parts.count == 2 else { return String(url.hasSuffix("/") ? url.dropLast() : url[...]) }
    let tail = parts[1].split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let kept = tail[0].split(separator: "&").filter { parameter in
      let name = parameter.prefix { $0 != "=" }
      return !name.hasPrefix("utm_") && !names.contains(String(name))
    }
    let query = kept.isEmpty ? "" : "?" + kept.joined(separator: "&")
    return parts[0] + query + (tail.count > 1 ? "#" + tail[1] : "")
  }
}
