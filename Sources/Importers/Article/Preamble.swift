import Timeline

/// What stands before an article's first entry: title, byline, the day it appeared, and the standfirst.
struct Preamble: Hashable {
  private(set) var title: String?
  private(set) var author: String?
  private(set) var published: EntryDate?
  /// How many paragraphs they take.
  private(set) var length = 0
  private(set) var standfirst: [SourceParagraph] = []

  /// A byline stands within this many paragraphs.
  private static let furthest = 12
  private static let longestTitle = 120

  private let paragraphs: [SourceParagraph]
  private let order: DateOrder?
  /// The headings end in their dates, since none begins with one.
  private var headingsEndInDates = false

  init(_ paragraphs: [SourceParagraph], order: DateOrder?) {
    self.paragraphs = paragraphs
    self.order = order
    headingsEndInDates = !paragraphs.contains { Self.isHeading($0.text, order: order) }
    let taken = takeByline()
    let heading = paragraphs.indices.first { !taken.contains($0) && isHeading($0) }
    length = firstSentence(before: heading ?? paragraphs.count, besides: taken) ?? heading ?? paragraphs.count
    let rest = (0..<length).filter { !taken.contains($0) }
    standfirst = rest.map { paragraphs[$0] }
    takeTitle(firstIndex: rest.first, bylineIndex: taken.min())
  }

  /// Reads byline and date of publication; returns their paragraphs.
  private mutating func takeByline() -> Set<Int> {
    var taken: Set<Int> = []
    for index in paragraphs.indices.prefix(Self.furthest) {
      let text = paragraphs[index].text
      if let date = Byline.publication(text, order: order) {
        if published == nil { published = date }
      } else if author == nil, let byline = Byline(text, order: order) {
        author = byline.author
        if published == nil { published = byline.published }
      } else if published == nil, let date = dateAlone(index), isPublication(date, at: index, bylines: taken) {
        published = date
      } else {
        if isHeading(index) { return taken }
        continue
      }
      taken.insert(index)
    }
    return taken
  }

  /// Where the entries begin with a paragraph whose first sentence holds its date, in front of the first heading.
  private func firstSentence(before heading: Int, besides taken: Set<Int>) -> Int? {
    let rest = paragraphs.indices.filter { !taken.contains($0) }
    guard rest.contains(where: { $0 < heading && DatedSentence.read(paragraphs[$0].text, order: order) != nil }) else {
      return nil
    }
    let headings = HeadingFinder.beginnings(in: rest.map { paragraphs[$0] }, order: order, hasYear: published != nil)
      .headings
    return headings.first.map { rest[$0.paragraph] }
  }

  private func isHeading(_ index: Int) -> Bool {
    let text = paragraphs[index].text
    if headingsEndInDates { return DateHeading.read(suffixOf: text, order: order) != nil }
    return Self.isHeading(text, order: order)
  }

  private static func isHeading(_ text: String, order: DateOrder?) -> Bool {
    DateHeading.read(paragraph: text, order: order).map { !$0.isYearless || $0.isDayWithoutYear } ?? false
  }

  private func dateAlone(_ index: Int) -> EntryDate? {
    guard let heading = DateHeading.read(paragraphs[index].text, order: order), heading.isAlone,
      heading.written.date?.precision == .day
    else { return nil }
    return heading.written.date
  }

  /// Whether a date alone on its line is the day of publication rather than the first entry.
  ///
  /// Beside a byline it is, unless all entries are later and it could be the first of them; without a byline it is where
  /// the entries that follow go upwards from an earlier day.
  private func isPublication(_ date: EntryDate, at index: Int, bylines: Set<Int>) -> Bool {
    let next = index + 1
    let isBeforeByline = next < paragraphs.count && Byline(paragraphs[next].text, order: order) != nil
    if isBeforeByline { return true }
    let others = paragraphs[next...].compactMap { DateHeading.read(paragraph: $0.text, order: order)?.written.date }
    guard let first = others.first else { return bylines.contains(index - 1) }
    if bylines.contains(index - 1) { return others.contains { $0 <= date } }
    let rising = zip(others, others.dropFirst()).count { $0 <= $1 }
    return first < date && others.count > 2 && rising * 2 > others.count - 1
  }

  /// A first line that is no sentence, before the byline or before the standfirst.
  private mutating func takeTitle(firstIndex: Int?, bylineIndex: Int?) {
    guard let firstIndex, bylineIndex.map({ $0 > firstIndex }) ?? true, let first = standfirst.first,
      first.text.count <= Self.longestTitle, let last = first.text.last, !".,:;”\"".contains(last),
      let mark = first.text.first, !"-–•".contains(mark)
    else { return }
    title = first.text.trimmingMarks("#*_= ")
    standfirst.removeFirst()
  }
}
