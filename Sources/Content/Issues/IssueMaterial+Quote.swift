internal import Scheduler
internal import Timeline

extension IssueMaterial {
  /// A quote with the entry that it stands in.
  struct PlacedQuote: Hashable {
    var quote: Quote
    var entry: Entry
  }

  /// The lengths, in characters, between which a quote makes a good quote of the week.
  private static let goodLengths = 40...320

  /// The quote of the week, word for word with its speaker.
  ///
  /// Only quotes whose speaker the source states count. The news go before the picks; among the entries the
  /// weightiest goes first. The first quote of a good length wins; where there is none, the shortest.
  var quoteOfTheWeek: PlacedQuote? {
    best(of: newsByWeight) ?? best(of: picksByWeight.map(\.entry))
  }

  private func best(of entries: [Entry]) -> PlacedQuote? {
    let candidates = entries.flatMap { entry in
      entry.quotes
        .filter { $0.isSure && !($0.speaker ?? "").isEmpty && !$0.text.isEmpty }
        .map { PlacedQuote(quote: $0, entry: entry) }
    }
    return candidates.first { Self.goodLengths.contains($0.quote.text.count) }
      ?? candidates.min { $0.quote.text.count < $1.quote.text.count }
  }
}
