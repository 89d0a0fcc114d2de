/// Cuts a text that is too long into the numbered parts of a thread.
///
/// Cuts fall between paragraphs where that fills a part well enough, else between sentences, else at a space; never
/// inside a word, so that no link, mention or tag is cut, and never in a quote or between it and who said it.
struct ThreadSplitter {
  let channel: Channel

  /// The most parts of a thread; a text that needs more is no post.
  private static let mostParts = 99
  /// A part cut at a better place must still be this full, in percent.
  private static let fullEnough = 40
  /// The last part must be at least this full, in percent of the limit: no stub.
  private static let stub = 20

  /// The parts with their counters, as in `1/3`; nil when the text cannot be cut so that every part fits.
  func parts(of text: String) -> [String]? { parts(of: [text]) }

  /// The same of texts that each begin a part of their own; one that fits whole has no counter.
  func parts(of texts: [String]) -> [String]? {
    guard let limit = channel.limit else { return texts.count == 1 ? texts : numbered(texts) }
    if texts.count == 1, channel.fits(texts[0]) { return texts }
    let pieces = texts.map(ThreadPieces.init)
    // A counter is as long as its number of digits: room for `9/9` first, then for `99/99`.
    for most in [9, Self.mostParts] {
      if let parts = packed(pieces, into: most, limit: limit) { return numbered(parts) }
    }
    return nil
  }

  /// The parts without counters; nil when there are more than `most`, or a word is too long.
  private func packed(_ texts: [ThreadPieces], into most: Int, limit: Int) -> [String]? {
    var parts: [String] = []
    for pieces in texts {
      guard var ranges = pack(pieces, into: most, limit: limit) else { return nil }
      balance(&ranges, of: pieces, limit: limit)
      parts += ranges.map(pieces.text)
      guard parts.count <= most else { return nil }
    }
    return parts
  }

  private func numbered(_ parts: [String]) -> [String] {
    parts.enumerated().map { Self.numbered($1, $0 + 1, parts.count) }
  }

  /// Packs the pieces into at most `most` parts, or nil when they need more.
  private func pack(_ pieces: ThreadPieces, into most: Int, limit: Int) -> [Range<Int>]? {
    var parts: [Range<Int>] = []
    var start = 0
    while start < pieces.count {
      guard parts.count < most, let end = bestEnd(of: pieces, from: start, most: most, limit: limit) else { return nil }
      parts.append(start..<end)
      start = end
    }
    return parts
  }

  /// Where the part that begins at `start` ends best; nil when not even its first word fits.
  private func bestEnd(of pieces: ThreadPieces, from start: Int, most: Int, limit: Int) -> Int? {
    let length = { (end: Int) in
      channel.measure(Self.numbered(pieces.text(of: start..<end), most, most))
    }
    // No word is shorter than one, so that the limit bounds the number of words too.
    var fitting = start
    var tooLong = min(pieces.count, start + limit) + 1
    while tooLong - fitting > 1 {
      let middle = (fitting + tooLong) / 2
      if length(middle).fits { fitting = middle } else { tooLong = middle }
    }
    if fitting == pieces.count { return fitting }
    var best: Int?
    for end in stride(from: fitting, to: start, by: -1) where pieces.mayBreak(before: end) {
      if let best {
        guard pieces.breakBefore(end) > pieces.breakBefore(best) else { continue }
        guard length(end).length * 100 >= limit * Self.fullEnough else { break }
      }
      best = end
      if pieces.breakBefore(end) == .paragraph { break }
    }
    return best
  }

  /// Gives a last part that is too short something of the one before it.
  private func balance(_ parts: inout [Range<Int>], of pieces: ThreadPieces, limit: Int) {
    guard parts.count > 1, let last = parts.last else { return }
    let before = parts[parts.count - 2]
    let isStub = { (range: Range<Int>) in
      channel.measure(pieces.text(of: range)).length * 100 < limit * Self.stub
    }
    guard isStub(last) else { return }
    let cuts = ((before.lowerBound + 1)..<last.lowerBound).reversed().filter(pieces.mayBreak)
    for rank in [ThreadPieces.Break.paragraph, .sentence, .space] {
      for cut in cuts where pieces.breakBefore(cut) == rank {
        let tail = cut..<last.upperBound
        guard channel.fits(Self.numbered(pieces.text(of: tail), parts.count, parts.count)) else { break }
        guard !isStub(tail) else { continue }
        parts[parts.count - 2] = before.lowerBound..<cut
        parts[parts.count - 1] = tail
        return
      }
    }
  }

  /// A part with its counter, which counts towards the limit.
  private static func numbered(_ text: String, _ number: Int, _ count: Int) -> String {
    "\(text)\n\n\(number)/\(count)"
  }
}
