internal import Scheduler
internal import Timeline

extension IssueContext {
  /// One headline for subject and preheader.
  struct Head: Hashable {
    var headline: String
    /// How long ago, for a pick.
    var yearsAgo: String?
    /// What leads up to the headline of a pick.
    var lookBack: String?

    var members: [String: TemplateValue] {
      ["headline": .markdown(headline), "yearsAgo": .text(ifAny: yearsAgo), "lookBack": .text(ifAny: lookBack)]
    }
  }

  /// The longest headline, in characters, that a subject takes: mail clients cut at about this length.
  private static let longestHead = 80
  /// The most characters of all headlines behind the first one.
  private static let longestRest = 150

  /// Headlines for subject and preheader: the news by weight, then the picks, then the month's; long ones are left out, not cut.
  var heads: [Head] {
    // A date alone is no headline.
    let named = { (entry: Entry) in EntryText(entry, language: language).headline != entry.dateText }
    let news = material.newsByWeight.filter(named).map { Head(headline: EntryText($0, language: language).headline) }
    let picks = material.picksByWeight.filter { named($0.entry) }.map {
      let ago = language.yearsAgo($0.years)
      return Head(
        headline: EntryText($0.entry, language: language).headline, yearsAgo: ago, lookBack: language.lookBack(ago))
    }
    let months = IssueMaterial.byWeight(material.monthPicks).filter { named($0.entry) }.map {
      Head(headline: EntryText($0.entry, language: language).headline, yearsAgo: language.yearsAgo($0.years))
    }
    var room = Self.longestRest
    var heads: [Head] = []
    for head in news + picks + months where PlainText.from(markdown: head.headline).count <= Self.longestHead {
      if !heads.isEmpty {
        room -= head.headline.count
        if room < 0 { break }
      }
      heads.append(head)
    }
    return heads
  }

  /// A short opening, made of what the issue has; nil when it has neither news nor picks nor dates ahead.
  var standfirst: String? {
    var sentences: [String] = []
    if let lead = material.newsByWeight.first {
      let others = material.news.count - 1
      sentences.append(language.standfirst.news(marked(lead), others, language.number(others)))
    }
    if let lead = material.picksByWeight.first {
      let others = material.picks.count - 1
      let ago = "\(language.yearsAgo(lead.years))"
      sentences.append(language.standfirst.onThisDay(marked(lead.entry), ago, others, language.number(others)))
    }
    if let next = material.ahead.first, let day = next.date.firstDay {
      sentences.append(language.standfirst.comingUp(marked(next), language.weekday(day)))
    }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  /// A headline in bold, without the full stop of a sentence.
  private func marked(_ entry: Entry) -> String {
    var headline = EntryText(entry, language: language).headline
    if headline.hasSuffix(".") { headline.removeLast() }
    return "**\(headline)**"
  }
}
