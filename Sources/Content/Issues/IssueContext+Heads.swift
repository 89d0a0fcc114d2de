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
      [
        "headline": .markdown(IssueContext.withoutFullStop(headline)), "yearsAgo": .text(ifAny: yearsAgo),
        "lookBack": .text(ifAny: lookBack),
      ]
    }
  }

  /// The longest headline, in characters, that a subject takes: mail clients cut at about this length.
  private static let longestHead = 80
  /// The most characters of all headlines behind the first one.
  private static let longestRest = 150

  /// Headlines for subject and preheader: the news by weight, then the picks, then the month's; long ones are left out, not cut.
  var heads: [Head] {
    let news = material.newsByWeight.map { (entry: $0, years: Int?.none, lookBack: String?.none) }
    let picks = material.picksByWeight.map {
      (entry: $0.entry, years: Int?($0.years), lookBack: String?(language.lookBack(to: $0)))
    }
    let months = IssueMaterial.byWeight(material.monthPicks).map {
      (entry: $0.entry, years: Int?($0.years), lookBack: String?.none)
    }
    var room = Self.longestRest
    var heads: [Head] = []
    for (entry, years, lookBack) in news + picks + months {
      let headline = EntryText(entry, language: language).headline
      // A date alone is no headline.
      guard headline != entry.dateText, PlainText.from(markdown: headline).graphemeCount <= Self.longestHead else {
        continue
      }
      if !heads.isEmpty {
        room -= headline.graphemeCount
        if room < 0 { break }
      }
      heads.append(Head(headline: headline, yearsAgo: years.map(language.yearsAgo), lookBack: lookBack))
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
    if sentences.isEmpty, let lead = IssueMaterial.byWeight(material.monthPicks).first {
      let opening = "\(language.words["thisMonth"] ?? "")\(language.words["colon"] ?? ":")"
      sentences.append("\(opening) \(marked(lead.entry)), \(language.yearsAgo(lead.years)).")
    }
    if let next = material.ahead.first, let day = next.date.firstDay {
      sentences.append(language.standfirst.comingUp(marked(next), language.weekday(day)))
    }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  /// A headline in bold, without the full stop of a sentence.
  private func marked(_ entry: Entry) -> String {
    "**\(Self.withoutFullStop(EntryText(entry, language: language).headline))**"
  }

  /// A headline that is a sentence, as a part of another one.
  private static func withoutFullStop(_ headline: String) -> String {
    headline.hasSuffix(".") && !headline.hasSuffix("..") ? String(headline.dropLast()) : headline
  }
}
