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

  /// Binds an approval to the text as it is.
  package mutating func approve() {
    approved = textHash
    approvedHead = headHash
    if status == .draft || status == .failed { status = .approved }
  }

  /// Takes an approval back.
  package mutating func unapprove() {
    approved = nil
    approvedHead = nil
    if status == .approved { status = .draft }
  }

  /// Subject and preheader as they go out, without private notes; nil for a post.
  package var publicSubject: String? { subject.map(MarkdownNotes.removed) }
  package var publicPreheader: String? { preheader.map(MarkdownNotes.removed) }

  /// The text as it goes out, without private notes.
  package var publicText: String { Self.canonical(MarkdownNotes.removed(from: text)) }

  /// The parts of a thread as they go out, without private notes and empty parts; a post that is no thread is one.
  package var parts: [String] {
    MarkdownNotes.removed(from: text).split(separator: "\n", omittingEmptySubsequences: false)
      .split { $0 == "---" }
      .map { String(Draft.canonical($0.joined(separator: "\n")).dropLast()) }
      .filter { !$0.isEmpty }
  }

  /// A text as drafts keep it: lines end in one line feed and without blanks, no empty lines at either end.
  ///
  /// - Parameters:
  ///   - text: the text with whatever line ends.
  ///   - emptyLines: how many empty lines may follow each other.
  /// - Returns: the text, ending in one line feed.
  package static func canonical(_ text: String, emptyLines: Int = .max) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 1)
    let end = { (bytes: inout [UInt8]) in
      while let last = bytes.last, last == 0x20 || last == 0x09 { bytes.removeLast() }
    }
    var previous: UInt8 = 0
    for byte in text.utf8 {
      defer { previous = byte }
      guard byte == 0x0A || byte == 0x0D else {
        bytes.append(byte)
        continue
      }
      if byte == 0x0A && previous == 0x0D { continue }
      end(&bytes)
      let isTooMany = emptyLines < .max && bytes.suffix(emptyLines + 1).allSatisfy { $0 == 0x0A }
      if !bytes.isEmpty, !isTooMany { bytes.append(0x0A) }
    }
    end(&bytes)
    while bytes.last == 0x0A { bytes.removeLast() }
    bytes.append(0x0A)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Draft {
  /// Marks text, subject and preheader as generated just now.
  mutating func markGenerated() {
    generated = textHash
    generatedHead = headHash
  }
}
