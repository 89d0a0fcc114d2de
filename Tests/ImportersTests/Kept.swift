import Timeline

/// The letters and digits of what an entry says, and its addresses.
struct Kept {
  private let texts: [String]
  private let addresses: [String]

  init(_ entry: Entry) {
    let written = TimelineWriter.write(entry)
    let pictures = entry.pictures
    texts =
      [
        entry.title.map { MarkdownBlock.parse($0).plainText } ?? "", MarkdownBlock.parse(entry.bodyMarkdown).plainText,
        written, entry.blocks.map { "\($0)" }.joined(),
      ].map(Self.letters) + pictures.map { Self.letters($0.credit ?? "") }
    addresses =
      pictures.map(\.path) + MarkdownBlock.parse(entry.bodyMarkdown).links.map(\.url) + entry.links.map(\.url) + [
        written
      ]
  }

  init(standfirst: String, title: String?) {
    texts = [title ?? "", MarkdownBlock.parse(standfirst).plainText, standfirst].map(Self.letters)
    addresses = [standfirst]
  }

  func has(_ text: String) -> Bool {
    let wanted = Self.letters(text)
    return wanted.isEmpty || texts.contains { $0.contains(wanted) }
  }

  func hasAddress(_ url: String) -> Bool {
    addresses.contains { $0.contains(url) || $0.contains(url.replacing(" ", with: "%20")) }
  }

  private static func letters(_ text: String) -> String {
    String(
      String.UnicodeScalarView(text.unicodeScalars.filter { $0.properties.isAlphabetic || ("0"..."9").contains($0) }))
  }
}
