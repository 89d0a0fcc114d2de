internal import Timeline

extension Draft {
  /// The folder of all drafts, in the publication.
  package static let folder = "Drafts"

  /// The hash of the text as it is now.
  package var textHash: TextHash { TextHash(of: text) }

  /// The hash of subject and preheader as they are now; nil for a post.
  package var headHash: TextHash? {
    kind == .newsletter ? TextHash(of: "\(subject ?? "")\n\(preheader ?? "")\n") : nil
  }

  /// Whether a person changed text, subject or preheader since they were generated.
  package var isEdited: Bool {
    generated != textHash || (generatedHead != nil && generatedHead != headHash)
  }

  /// Whether exactly this text, with this subject and preheader, was approved.
  package var isApproved: Bool {
    approved == textHash && approvedHead == headHash
  }

  /// Whether this text was accepted for sending, whatever became of it; it is not written anew.
  package var isGone: Bool {
    switch status {
    case .sent, .scheduled: true
    case .failed: isApproved
    case .draft, .approved: false
    }
  }

  /// Binds an approval to the text as it is.
  package mutating func approve() {
    if status == .draft || status == .failed && !isApproved { status = .approved }
    approved = textHash
    approvedHead = headHash
  }

  /// Takes an approval back.
  package mutating func unapprove() {
    approved = nil
    approvedHead = nil
    if status == .approved || status == .failed { status = .draft }
  }

  /// Subject and preheader as they go out, without private notes; nil for a post.
  package var publicSubject: String? { subject.map(MarkdownNotes.removed) }
  package var publicPreheader: String? { preheader.map(MarkdownNotes.removed) }

  /// The text for Markdown's readers, who leave private notes out but those over several paragraphs of which the first
  /// has other words.
  var markdown: String { MarkdownNotes.closedInParagraphs(text) }

  /// The text as it goes out, without private notes.
  package var publicText: String { Self.canonical(MarkdownNotes.removed(from: text)) }

  /// The parts of a thread as they go out, without private notes and empty parts; a post that is no thread is one.
  package var parts: [String] {
    MarkdownNotes.removed(from: text).split(separator: "\n", omittingEmptySubsequences: false)
      .split { $0 == "---" }
      .map { Draft.canonicalWithoutEnd($0.joined(separator: "\n")) }
      .filter { !$0.isEmpty }
  }

  /// A text as drafts keep it: lines end in one line feed and without blanks, no empty lines at either end.
  ///
  /// - Parameters:
  ///   - text: the text with whatever line ends.
  ///   - emptyLines: how many empty lines may follow each other.
  /// - Returns: the text, ending in one line feed.
  package static func canonical(_ text: String, emptyLines: Int = .max) -> String {
    if let kept = kept(of: text, emptyLines: emptyLines) {
      let ends = kept.upperBound + 1 == text.utf8.count && kept.lowerBound == 0 && text.utf8.last == 0x0A
      return ends ? text : part(kept, of: text) + "\n"
    }
    let source = Array(text.utf8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(source.count + 1)
    var start = 0
    while start < source.count {
      let end = source[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? source.count
      bytes += source[start..<end]
      while let last = bytes.last, last == 0x20 || last == 0x09 { bytes.removeLast() }
      let isTooMany = emptyLines < .max && bytes.suffix(emptyLines + 1).allSatisfy { $0 == 0x0A }
      if !bytes.isEmpty, !isTooMany { bytes.append(0x0A) }
      let isWindows = end + 1 < source.count && source[end] == 0x0D && source[end + 1] == 0x0A
      start = end + (isWindows ? 2 : 1)
    }
    while bytes.last == 0x0A { bytes.removeLast() }
    bytes.append(0x0A)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A text as drafts keep it, without the line feed at its end.
  ///
  /// - Parameters:
  ///   - text: the text with whatever line ends.
  ///   - emptyLines: how many empty lines may follow each other.
  /// - Returns: the text, which ends in no line feed.
  static func canonicalWithoutEnd(_ text: String, emptyLines: Int = .max) -> String {
    if let kept = kept(of: text, emptyLines: emptyLines) {
      return kept.count == text.utf8.count ? text : part(kept, of: text)
    }
    return String(canonical(text, emptyLines: emptyLines).utf8.dropLast()) ?? ""
  }

  private static func part(_ bytes: Range<Int>, of text: String) -> String {
    let start = text.utf8.index(text.startIndex, offsetBy: bytes.lowerBound)
    return String(text[start..<text.utf8.index(start, offsetBy: bytes.count)])
  }

  /// The bytes of a text that are kept, where those are all but line feeds in front and white space at the end; nil where
  /// something between them changes.
  private static func kept(of text: String, emptyLines: Int) -> Range<Int>? {
    let bytes = text.utf8Span.span
    var start = 0
    while start < bytes.count, bytes[start] == 0x0A { start += 1 }
    var end = bytes.count
    while end > start, [0x0A, 0x0D, 0x20, 0x09].contains(bytes[end - 1]) { end -= 1 }
    var previous: UInt8 = 0
    // How many line feeds stand together.
    var lineFeeds = 0
    for index in start..<end {
      let byte = bytes[index]
      if byte == 0x0A {
        guard previous != 0x20, previous != 0x09, lineFeeds <= emptyLines else { return nil }
        lineFeeds += 1
      } else if byte == 0x0D {
        return nil
      } else {
        lineFeeds = 0
      }
      previous = byte
    }
    return start..<end
  }
}

extension Draft {
  /// Marks text, subject and preheader as generated just now.
  mutating func markGenerated() {
    generated = textHash
    generatedHead = headHash
  }
}
