/// Cuts a text that is too long into the numbered parts of a thread.
///
/// Cuts fall between paragraphs where that fills a part well enough, else between sentences, else at a space; never
/// inside a word, so that no link, mention or tag is cut, and never between a quote and who said it.
struct ThreadSplitter {
  let channel: Channel

  /// The most parts of a thread; a text that needs more is no post.
  private static let mostParts = 25
  /// A part cut at a better place must still be this full, in percent.
  private static let fullEnough = 60
  /// The last part must be at least this full, in percent of the limit: no stub.
  private static let stub = 20

  /// The parts with their counters, as in `1/3`; nil when the text cannot be cut so that every part fits.
  func parts(of text: String) -> [String]? {
    guard channel.limit != nil else { return [text] }
    let pieces = ThreadPieces(text)
    for count in 2...Self.mostParts {
      guard let parts = pack(pieces, into: count) else { continue }
      return parts
    }
    return nil
  }

  /// Packs the pieces into exactly `count` parts, or nil when they need more.
  private func pack(_ pieces: ThreadPieces, into count: Int) -> [String]? {
    var parts: [Range<Int>] = []
    var start = 0
    while start < pieces.count {
      guard parts.count < count, let end = longestEnd(of: pieces, from: start, number: parts.count + 1, of: count)
      else { return nil }
      parts.append(start..<end)
      start = end
    }
    guard parts.count == count else { return nil }
    balance(&parts, of: pieces)
    return parts.enumerated().map { Self.numbered(pieces.text(of: $1), $0 + 1, count) }
  }

  /// Where the part that begins at `start` ends best.
  private func longestEnd(of pieces: ThreadPieces, from start: Int, number: Int, of count: Int) -> Int? {
    var best: (end: Int, rank: ThreadPieces.Break)?
    var longest: Int?
    let full = channel.measure(Self.numbered(pieces.text(of: start..<pieces.count), number, count))
    if full.fits { return pieces.count }
    for end in (start + 1)..<max(start + 1, pieces.count) {
      let measurement = channel.measure(Self.numbered(pieces.text(of: start..<end), number, count))
      guard measurement.fits else { break }
      guard pieces.mayBreak(before: end) else { continue }
      longest = end
      let rank = pieces.breakBefore(end)
      let isFull = measurement.length * 100 >= (channel.limit ?? 0) * Self.fullEnough
      if isFull, rank >= (best?.rank ?? .space) { best = (end, rank) }
    }
    return best?.end ?? longest
  }

  /// Gives a last part that is too short something of the one before it.
  private func balance(_ parts: inout [Range<Int>], of pieces: ThreadPieces) {
    guard parts.count > 1, let limit = channel.limit, let last = parts.last else { return }
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
