internal import Timeline

/// Everything that a draft may say: what its entries say, and the words that Daybook itself adds.
struct FidelityCorpus {
  private(set) var words: Set<String> = []
  private(set) var numbers: Set<String> = []
  private(set) var addresses: Set<String> = []
  private(set) var quotes: [Quote] = []
  /// The texts, normalised as ``normalised(_:)`` does, each between line feeds.
  private(set) var text = "\n"
  /// Whether some text opens a quotation and does not close it, so that quotations in a line cannot be told apart.
  private(set) var hasLooseMarks = false

  /// What every draft of a publication may say: the words of the templates, of the language and about itself.
  init(publication: Publication, language: Language, templates: TemplateSet) {
    add(publication, language: language)
    for source in templates.allTexts { add([source]) }
  }

  /// The same with what a draft's entries say, and its dates.
  func with(_ entries: [Entry], draft: Draft, language: Language) -> FidelityCorpus {
    var corpus = self
    corpus.add(entries, draft: draft, language: language)
    return corpus
  }

  private mutating func add(_ entries: [Entry], draft: Draft, language: Language) {
    for entry in entries { add(entry, language: language) }
    for entry in entries {
      guard let first = entry.date.firstDay else { continue }
      for year in [draft.period.first.year, draft.period.last.year] {
        let ago = language.yearsAgo(max(0, year - first.year))
        add([ago, language.lookBack(ago)])
      }
    }
    var day = draft.period.first
    while day <= draft.period.last {
      add([language.headingDay(day), language.dayAndWeekday(day), language.date(day)])
      day = day.adding(days: 1)
    }
    add([language.dates(draft.period.first, draft.period.last), draft.id])
  }

  private mutating func add(_ entry: Entry, language: Language) {
    let fields = entry.fields
    add([entry.title ?? "", entry.dateText, entry.date.edtf, language.date(of: entry)])
    if let first = entry.date.firstDay { add([language.headingDay(first), language.weekday(first)]) }
    for block in entry.blocks {
      switch block {
      case .text(let markdown): add([MarkdownNotes.removed(from: markdown)])
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
    add(fields.tags + fields.tags.compactMap(Hashtag.from) + fields.people + fields.posts)
    for texts in fields.channelPosts.values { add(texts) }
    for link in entry.links { addresses.insert(link.url) }
  }

  private mutating func add(_ publication: Publication, language: Language) {
    add([publication.name, publication.link ?? ""])
    addresses.formUnion(([publication.link].compactMap { $0 }) + publication.links.map(\.url))
    add(publication.links.map(\.title) + publication.people.keys + publication.people.values.flatMap(\.values))
    add(Array(language.words.values))
    let standfirst = language.standfirst
    for others in 0...2 {
      add([standfirst.news("", others, ""), standfirst.onThisDay("", "", others, ""), standfirst.comingUp("", "")])
    }
  }

  /// Takes in texts as they are written and as a reader sees them.
  private mutating func add(_ texts: [String]) {
    for text in texts where !text.isEmpty {
      let plain = PlainText.from(markdown: text)
      for version in plain == text ? [text] : [text, plain] {
        words.formUnion(TextTokens.words(in: version).map(\.text))
        numbers.formUnion(TextTokens.numbers(in: version).map(\.text))
        self.text += Self.normalised(version) + "\n"
        let openers = version.count { "“„«".contains($0) }
        let closers = version.count { "”»".contains($0) }
        if openers != closers || !version.count(where: { $0 == "\"" }).isMultiple(of: 2) { hasLooseMarks = true }
        for link in LinkScanner(version.scalarValues, takesBareDomains: false).links() {
          let scalars = version.scalarValues[link]
          addresses.insert(String(scalars: scalars))
        }
      }
    }
  }

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

  /// Whether the timeline has these words in this order.
  func contains(_ words: String) -> Bool {
    text.contains(Self.normalised(words))
  }
}
