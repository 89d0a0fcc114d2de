internal import Timeline

extension [MarkdownBlock] {
  /// The inside of a blockquote with the line that names a speaker in a paragraph of its own.
  ///
  /// A timeline may have that line right below the words; a reader of the Markdown would see it run on behind them.
  var withSpeakerApart: [MarkdownBlock] {
    guard case .paragraph(let inlines) = last, let end = inlines.lastIndex(where: \.isLineEnd) else { return self }
    let speaker = Array<MarkdownInline>(inlines[(end + 1)...])
    guard speaker.beginsWithDash else { return self }
    return dropLast() + [.paragraph(Array<MarkdownInline>(inlines[..<end])), .paragraph(speaker)]
  }

  /// Whether the last paragraph of a blockquote names who is quoted.
  var endInSpeaker: Bool {
    guard count > 1, case .paragraph(let last) = last else { return false }
    return last.beginsWithDash
  }
}

extension MarkdownInline {
  fileprivate var isLineEnd: Bool { self == .softBreak || self == .lineBreak }
}

extension [MarkdownInline] {
  /// Whether the text begins as the line of a speaker does in a timeline.
  fileprivate var beginsWithDash: Bool {
    let text = plainText
    return ["—", "–", "―", "- ", "-- "].contains { text.hasPrefix($0) }
  }
}
