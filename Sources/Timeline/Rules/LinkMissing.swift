/// A remark that sends readers to a recording without a link.
package enum LinkMissing: TimelineRule {
  package static let name = "link-missing"
  package static let severity = Finding.Severity.warning
  package static let explanation = """
    The text says where to watch or listen, as in "watch from 28:16", and the entry has no link. Most often the link was
    lost when the text was copied.
    """
  package static let example = """
    ## 2023-08-25 — On the podcast

    (Watch from the 28:16 mark)
    """

  /// To watch, to listen and to hear, in the languages that dates are read in.
  private static let verbs: Set = [
    "watch", "listen", "hear", "view", "rewatch", "video", "se", "hør", "lytt", "ansehen", "anhören", "hören",
    "anschauen",
    "regarder", "regardez", "écouter", "écoutez", "ver", "mira", "mirar", "escucha", "escuchar",
  ]

  package static func check(_ checked: CheckedDocument, context: RuleContext) -> [RuleFinding] {
    let linked = Set(checked.links.map(\.entry))
    return checked.pieces.filter { $0.kind == .text && !linked.contains($0.entry) }.compactMap { piece in
      remark(in: piece).map { RuleFinding(piece.place($0.start), message(for: $0.time)) }
    }
  }

  private static func message(for time: String) -> String {
    "This sends readers to \(time) of a recording, and the entry has no link; add it."
  }

  /// A verb of watching with a time of a recording at most eight words behind it.
  private static func remark(in piece: TextPiece) -> (start: String.Index, time: String)? {
    guard mayHaveTime(piece.text) else { return nil }
    var verb: (start: String.Index, distance: Int)?
    for word in piece.text.split(whereSeparator: { $0.isWhitespace || "([)]*_".contains($0) }) {
      let plain = word.lowercased().trimmingMarks()
      if verbs.contains(plain) {
        verb = (word.startIndex, 0)
      } else if let current = verb {
        if isRecordingTime(plain), isRemark(from: current.start, to: word.endIndex, time: plain, in: piece.text) {
          return (current.start, plain)
        }
        verb = current.distance < 8 && !word.hasSuffix(".") ? (current.start, current.distance + 1) : nil
      }
    }
    return nil
  }

  /// Whether a time is a place in a recording.
  ///
  /// `28:16` is no time of day. Another one is such a place in brackets, or where nothing but the verb leads up to it and
  /// the sentence is over: `Watch from 3:47.`
  private static func isRemark(
    from start: String.Index, to end: String.Index, time: String, in text: String
  ) -> Bool {
    if time.prefix(while: { $0 != ":" }).count == 3 || Int(time.prefix { $0 != ":" }).map({ $0 > 23 }) ?? true {
      return true
    }
    let before = text[..<start].last { $0 != " " && !"*_".contains($0) }
    if before.map({ "([".contains($0) }) ?? false { return true }
    let behind = text[end...].prefix { !".!?\n".contains($0) }.split(separator: " ")
    return before.map { ".!?:\n".contains($0) } ?? true && behind.count < 2
      && text[start..<end].split(separator: " ").count < 5
  }

  /// A quick look for two digits behind a colon and no decimals behind them.
  private static func mayHaveTime(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    let isDigit = { (index: Int) in bytes.indices.contains(index) && (48...57).contains(bytes[index]) }
    return bytes.indices.contains { index in
      bytes[index] == UInt8(ascii: ":") && isDigit(index - 1) && isDigit(index + 1) && isDigit(index + 2)
        && !(isDigit(index + 4) && bytes[index + 3] == UInt8(ascii: "."))
    }
  }

  /// `28:16` or `1:02:03`; `3:29.38` is a result.
  private static func isRecordingTime(_ word: String) -> Bool {
    let parts = word.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), let first = parts.first, (1...3).contains(first.count) else { return false }
    return parts.allSatisfy { $0.allSatisfy { ("0"..."9").contains($0) } }
      && parts.dropFirst().allSatisfy { $0.count == 2 }
  }
}

extension String {
  fileprivate func trimmingMarks() -> String {
    let isMark = { (character: Character) in character.isPunctuation }
    let start = drop(while: isMark)
    guard let end = start.lastIndex(where: { !isMark($0) }) else { return "" }
    return String(start[...end])
  }
}
