/// Finds the links in a text as twitter-text does: with `http(s)://`, and bare domains with a known top-level domain.
///
/// After the rules of `regexp/validUrl.js` and `extractUrlsWithIndices.js` of twitter-text (commit 30e2430), written
/// as a walk over scalars; links to t.co end with their slug.
struct LinkScanner {
  let scalars: Scalars
  let takesBareDomains: Bool

  init(_ scalars: Scalars, takesBareDomains: Bool) {
    self.scalars = scalars
    self.takesBareDomains = takesBareDomains
  }

  /// The ranges of the links, in order.
  func links() -> [Range<Int>] {
    var links: [Range<Int>] = []
    var index = 0
    while let dot = scalars[index...].firstIndex(of: UInt32(ascii: ".")) {
      var start = dot
      while start > index, isRun(scalars[start - 1]) { start -= 1 }
      var end = dot + 1
      while end < scalars.count, isRun(scalars[end]) { end += 1 }
      // The sign in front of a link belongs to no link before it.
      let first = index == 0 ? 0 : index + 1
      let found =
        protocolStart(before: start, from: first).map { link(from: $0, domainFrom: start, to: end) }
        ?? (takesBareDomains ? bareLinks(in: max(start, first)..<end) : [])
      links += found
      index = max(found.last?.upperBound ?? end, dot + 1)
    }
    return links
  }

  private func isRun(_ scalar: UInt32) -> Bool {
    scalar == 0x2E || scalar == 0x2D || scalar == 0x5F || LinkCharacters.isDomain(scalar)
  }

  /// The start of `http://` or `https://` right before `domain`, when a link may begin there.
  private func protocolStart(before domain: Int, from lower: Int) -> Int? {
    for name in LinkCharacters.protocols {
      let start = domain - name.count
      guard start >= lower, zip(scalars[start..<domain], name).allSatisfy({ $0.loweredASCII == $1 }) else { continue }
      return start == 0 || LinkCharacters.mayPrecede(scalars[start - 1]) ? start : nil
    }
    return nil
  }

  private func link(from start: Int, domainFrom domain: Int, to end: Int) -> [Range<Int>] {
    guard let domainEnd = DomainScanner(scalars).end(from: domain, to: end),
      DomainScanner(scalars).isKnowable(domain..<domainEnd)
    else { return [] }
    if scalars[domain..<domainEnd].elementsEqual(LinkCharacters.shortener) {
      return shortLinkEnd(from: domainEnd).map { [start..<$0] } ?? []
    }
    return [start..<pathEnd(from: domainEnd)]
  }

  /// A link to t.co: the slug has at most 40 letters and digits, and nothing of a path follows it.
  private func shortLinkEnd(from domainEnd: Int) -> Int? {
    guard domainEnd < scalars.count, scalars[domainEnd] == UInt32(ascii: "/") else { return domainEnd }
    var end = domainEnd + 1
    while end < scalars.count, scalars[end].isASCIIAlphanumeric { end += 1 }
    let slug = end - domainEnd - 1
    guard slug <= 40 else { return nil }
    return slug == 0 ? end : queryEnd(from: end)
  }

  /// The links without a protocol in a run of domain characters; the last one takes the path.
  private func bareLinks(in run: Range<Int>) -> [Range<Int>] {
    let domains = DomainScanner(scalars)
    var start = run.lowerBound
    while start < run.upperBound {
      defer { start += 1 }
      let previous = start > 0 ? scalars[start - 1] : 0x20
      guard LinkCharacters.isDomain(scalars[start]), LinkCharacters.mayPrecede(previous) else { continue }
      guard let end = domains.end(from: start, to: run.upperBound) else { continue }
      // A link that the text runs into from one of these signs is none (`invalidUrlWithoutProtocolPrecedingChars`).
      if [0x2D, 0x5F, 0x2E, 0x2F].contains(previous) || !domains.isKnowable(start..<end) { return [] }
      var links = domains.asciiDomains(in: start..<end)
      if let last = links.last {
        let tail = pathEnd(from: end)
        if tail > end { links[links.count - 1] = last.lowerBound..<tail }
      }
      return links
    }
    return []
  }

  /// The end of port, path and query behind a domain that ends at `end`.
  private func pathEnd(from end: Int) -> Int {
    var index = end
    if index < scalars.count, scalars[index] == UInt32(ascii: ":") {
      var port = index + 1
      while port < scalars.count, scalars[port].isASCIIDigit { port += 1 }
      if port > index + 1 { index = port }
    }
    if index < scalars.count, scalars[index] == UInt32(ascii: "/") {
      index = LinkPath(scalars).end(from: index + 1)
    }
    return queryEnd(from: index)
  }

  private func queryEnd(from start: Int) -> Int {
    guard start < scalars.count, scalars[start] == UInt32(ascii: "?") else { return start }
    var index = start + 1
    var end = start
    while index < scalars.count, LinkCharacters.isQuery(scalars[index]) {
      index += 1
      if LinkCharacters.mayEndQuery(scalars[index - 1]) { end = index }
    }
    return end
  }
}
