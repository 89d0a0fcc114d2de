internal import Scheduler
internal import Timeline

extension IssueMaterial {
  /// A quote with the entry that it stands in.
  struct PlacedQuote: Hashable {
    var quote: Quote
    var entry: Entry
  }

  /// The lengths, in characters, between which a quote says something by itself.
  private static let goodLengths = 25...320

  /// The quote of the week, word for word with its speaker; nil where no quote can stand alone.
  ///
  /// Only quotes of a good length whose speaker the source states count. The news go before the picks; among the entries
  /// the weightiest goes first, in an entry the first quote. A quote of the news is taken out of its entry, so one that
  /// its entry's text leads up to or goes on from is left where it is.
  var chosenQuote: PlacedQuote? {
    first(of: newsByWeight) { entry, index in
      Self.standsAlone(index, in: entry.blocks)
    } ?? first(of: (picksByWeight + Self.byWeight(monthPicks)).map(\.entry)) { _, _ in true }
  }

  private func first(of entries: [Entry], where isFit: (Entry, Int) -> Bool) -> PlacedQuote? {
    // An entry that is a quote alone has it as its headline already.
    for entry in entries where entry.title != nil || !entry.bodyMarkdown.isEmpty {
      for (index, block) in entry.blocks.enumerated() {
        guard case .quote(let quote) = block, quote.isSure, !(quote.speaker ?? "").isEmpty,
          Self.goodLengths.contains(quote.text.count), isFit(entry, index)
        else { continue }
        return PlacedQuote(quote: quote, entry: entry)
      }
    }
    return nil
  }

  /// Whether the rest of an entry reads on without the block: no colon before it, and no text after it but a link.
  private static func standsAlone(_ index: Int, in blocks: [Block]) -> Bool {
    let texts = blocks.map { block -> String? in
      if case .text(let markdown) = block { MarkdownNotes.removed(from: markdown) } else { nil }
    }
    guard texts[(index + 1)...].allSatisfy({ LoneLinks.removed(from: $0 ?? "").isEmpty }) else { return false }
    guard let before = texts[..<index].compactMap(\.self).last(where: { !$0.isEmpty }) else { return false }
    return !PlainText.from(markdown: before).hasSuffix(":")
  }
}
