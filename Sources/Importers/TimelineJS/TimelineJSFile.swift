import Timeline

/// The JSON of TimelineJS 3, and of its predecessor with `timeline` at the top.
struct TimelineJSFile: Decodable {
  var title: Slide?
  var events: [Lossy<Slide>]?
  var eras: [Lossy<Slide>]?
  var timeline: Legacy?

  struct Slide: Decodable {
    var start_date: Date?
    var end_date: Date?
    var text: Words?
    var media: Media?
    var group: LooseValue?
    var display_date: LooseValue?
    var unique_id: LooseValue?
    var background: Background?
  }

  struct Date: Decodable {
    var year: LooseValue?
    var month: LooseValue?
    var day: LooseValue?
    var hour: LooseValue?
    var minute: LooseValue?
    var second: LooseValue?
    var display_date: LooseValue?
  }

  struct Words: Decodable {
    var headline: LooseValue?
    var text: LooseValue?
  }

  struct Media: Decodable {
    var url: LooseValue?
    var caption: LooseValue?
    var credit: LooseValue?
    var thumbnail: LooseValue?
    var alt: LooseValue?
    var link: LooseValue?
  }

  struct Background: Decodable {
    var url: LooseValue?
    var alt: LooseValue?
  }

  /// Timeline 2: parts of a date are split by commas.
  struct Legacy: Decodable {
    var headline: LooseValue?
    var text: LooseValue?
    var asset: LegacyAsset?
    var date: [Lossy<LegacyEvent>]?
    var era: [Lossy<LegacyEvent>]?
  }

  struct LegacyEvent: Decodable {
    var startDate: LooseValue?
    var endDate: LooseValue?
    var headline: LooseValue?
    var text: LooseValue?
    var tag: LooseValue?
    var asset: LegacyAsset?
  }

  struct LegacyAsset: Decodable {
    var media: LooseValue?
    var credit: LooseValue?
    var caption: LooseValue?
    var thumbnail: LooseValue?
  }
}

extension LooseValue? {
  /// The text without spaces at its ends; empty where there is none.
  var words: String { self.map { String($0.text.trimmingMarks(" \n\t\r")) } ?? "" }
}

extension TimelineJSSlide {
  init(_ slide: TimelineJSFile.Slide, line: Int) {
    self.line = line
    start = slide.start_date.map { TimelineJSDate($0) }
    end = slide.end_date.map { TimelineJSDate($0) }
    display = slide.display_date.words.isEmpty ? slide.start_date?.display_date.words ?? "" : slide.display_date.words
    headline = slide.text?.headline.words ?? ""
    text = slide.text?.text.words ?? ""
    group = slide.group.words
    id = slide.unique_id.words
    background = slide.background?.url.words ?? ""
    backgroundAlt = slide.background?.alt.words ?? ""
    if let given = slide.media {
      media = Media(
        url: given.url.words, caption: given.caption.words, credit: given.credit.words,
        thumbnail: given.thumbnail.words, alt: given.alt.words, link: given.link.words)
    }
  }

  /// The title slide of Timeline 2.
  init(_ timeline: TimelineJSFile.Legacy) {
    headline = timeline.headline.words
    text = timeline.text.words
    if let asset = timeline.asset { media = Media(asset) }
  }

  init(_ event: TimelineJSFile.LegacyEvent, line: Int) {
    self.line = line
    start = TimelineJSDate(legacy: event.startDate.words)
    end = TimelineJSDate(legacy: event.endDate.words)
    headline = event.headline.words
    text = event.text.words
    group = event.tag.words
    if let asset = event.asset { media = Media(asset) }
  }
}

extension TimelineJSSlide.Media {
  init(_ asset: TimelineJSFile.LegacyAsset) {
    self.init(
      url: asset.media.words, caption: asset.caption.words, credit: asset.credit.words, thumbnail: asset.thumbnail.words
    )
  }
}

extension TimelineJSDate {
  init(_ date: TimelineJSFile.Date) {
    year = date.year.words
    month = date.month.words
    day = date.day.words
    let parts = [date.hour, date.minute, date.second].map { Int($0.words) }
    if !day.isEmpty, let hour = parts[0], (0...23).contains(hour), parts.contains(where: { ($0 ?? 0) > 0 }) {
      time = parts.map { CivilDay.padded($0 ?? 0, to: 2) }.joined(separator: ":")
    }
  }

  /// `1963,8,9`, or the whole date in one number.
  init?(legacy text: String) {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { String($0.trimmingSpaces()) }
    guard let first = parts.first, !first.isEmpty else { return nil }
    year = first
    month = parts.count > 1 ? parts[1] : ""
    day = parts.count > 2 ? parts[2] : ""
  }
}
