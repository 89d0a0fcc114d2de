package import Scheduler
package import Timeline

/// A calendar of anniversaries: a whole-day event for each entry that is remembered on a day, and again every year.
///
/// The rules are those of `pick`: 29 February, ranges and `observed` fall on the same days. Nothing in it tells when it
/// was made, so that the same timeline gives the same bytes.
package struct AnniversaryCalendar: Sendable {
  private let publication: Publication
  private let rules: OnThisDayRules
  private let language: Language

  package init(publication: Publication, rules: OnThisDayRules) {
    self.publication = publication
    self.rules = rules
    language = Language.named(publication.language)
  }

  /// The entries that are remembered on a day that a calendar has: RFC 5545 knows the years 1 to 9999.
  package func remembered(_ entries: [Entry]) -> [Entry] {
    entries.filter { occasion(of: $0) != nil }
  }

  /// The calendar in iCalendar; lines end in CRLF.
  package func text(_ entries: [Entry]) -> String {
    var text = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Daybook//Anniversaries//EN", "CALSCALE:GREGORIAN"]
      .map { ICSText.line($0) }.joined()
    text += ICSText.line("X-WR-CALNAME", text: publication.name)
    for entry in entries {
      if let occasion = occasion(of: entry) { text += event(entry, occasion) }
    }
    return text + ICSText.line("END:VCALENDAR")
  }

  private func event(_ entry: Entry, _ occasion: Occasion) -> String {
    let description = Self.description(of: entry, language: language)
    let text = EntryText(entry, language: language)
    let title = PlainText.from(markdown: text.headline)
    let link = text.links.first { SafeURL.isLink($0.url) }
    let tags = entry.fields.tags.map(ICSText.escaped).joined(separator: ",")
    let lines: [String?] = [
      ICSText.line("BEGIN:VEVENT"),
      ICSText.line("UID", text: "\(entry.id)@\(publication.host)"),
      // The calendar has no time of its own making; any stamp is valid.
      ICSText.line("DTSTAMP:19700101T000000Z"),
      ICSText.line("DTSTART;VALUE=DATE:\(Self.written(occasion.first))"),
      occasion.last > occasion.first
        ? ICSText.line("DTEND;VALUE=DATE:\(Self.written(occasion.last.adding(days: 1)))") : nil,
      ICSText.line("RRULE:FREQ=YEARLY\(occasion.rule)"),
      ICSText.line("SUMMARY", text: "\(title) (\(entry.date.firstDay?.year ?? occasion.first.year))"),
      description.isEmpty ? nil : ICSText.line("DESCRIPTION", text: description),
      link.map { ICSText.line("URL:\(SafeURL.written($0.url))") },
      tags.isEmpty ? nil : ICSText.line("CATEGORIES:\(tags)"),
      ICSText.line("TRANSP:TRANSPARENT"),
      ICSText.line("END:VEVENT"),
    ]
    return lines.compactMap(\.self).joined()
  }

  private static func written(_ day: CivilDay) -> String { day.description.replacing("-", with: "") }

  /// What the entry says, quotes with their speakers, without markup and private notes.
  private static func description(of entry: Entry, language: Language) -> String {
    let marks = language.quotationMarks
    let parts = entry.blocks.compactMap { block -> String? in
      switch block {
      case .text(let markdown): return PlainText.from(markdown: MarkdownNotes.removed(from: markdown))
      case .quote(let quote):
        let words = marks.open + quote.text + marks.close
        return MarkdownText.attribution(of: quote).map { "\(words)\n— \($0)" } ?? words
      case .picture, .note: return nil
      }
    }
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }
}

// MARK: - When

extension AnniversaryCalendar {
  /// The days of the first event, and the parts of the rule that repeats it.
  private struct Occasion {
    var first: CivilDay
    var last: CivilDay
    var rule = ""
  }

  private func occasion(of entry: Entry) -> Occasion? {
    guard entry.fields.weight ?? 1 >= rules.minimumWeight, let found = day(of: entry),
      (1...9_999).contains(found.first.year), (1...9_999).contains(found.last.year)
    else { return nil }
    return found
  }

  private func day(of entry: Entry) -> Occasion? {
    if let observed = entry.fields.observed, let month = observed.month {
      return Self.observance(observed, month: month, of: entry.date)
    }
    let (start, end) = (entry.date.startDay, entry.date.endDay)
    guard let first = (rules.ranges == .end ? end : start ?? end) else { return nil }
    if rules.ranges == .start, start == nil { return nil }
    let last = rules.ranges == .any ? end ?? first : first
    let isLeapDay = first.month == 2 && first.day == 29
    return Occasion(first: first, last: last, rule: isLeapDay ? leapDayRule : "")
  }

  /// 29 February, and in years without one the day of the settings.
  private var leapDayRule: String {
    switch rules.leapDay {
    case .feb28: ";BYMONTH=2;BYMONTHDAY=-1"
    case .mar1: ";BYYEARDAY=60"
    case .leapYears: ";BYMONTH=2;BYMONTHDAY=29"
    }
  }

  /// The first day of an observance in the entry's year; a fifth weekday may be years away.
  private static func observance(_ observed: NthWeekday, month: Int, of date: EntryDate) -> Occasion? {
    guard date.shape != .set, !date.isApproximate, !date.isUncertain, date.startPrecision >= .year,
      let year = date.firstDay?.year,
      let day = (year...year + 40).lazy.compactMap({ observed.day(year: $0, month: month) }).first
    else { return nil }
    let weekday = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"][observed.weekday - 1]
    return Occasion(first: day, last: day, rule: ";BYMONTH=\(month);BYDAY=\(observed.number ?? -1)\(weekday)")
  }
}
