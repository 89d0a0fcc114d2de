/// Where an article's entries end and the sign-off begins.
enum ArticleEnd {
  /// How sign-offs begin, in lower case.
  private static let signOffs = [
    "keep up with", "follow us", "subscribe to", "sign up for", "thanks for reading", "thank you for reading",
    "read more:", "read next:", "related:", "about the author", "more from", "share this", "support us", "join our",
    "this article was", "this story was", "this timeline was", "this timeline will be", "le også:", "les også:",
    "lesen sie auch", "à lire aussi",
  ]

  /// The paragraph that the sign-off begins with, or the number of paragraphs.
  ///
  /// The sign-off stands behind a rule (`___`, `***`, `* * *`) after the last heading, whose paragraph is `last`, or
  /// begins as sign-offs do, or with the author's own name.
  static func index(in paragraphs: [SourceParagraph], afterHeading last: Int, author: String?) -> Int {
    let rest = paragraphs.indices.dropFirst(last + 1)
    if let rule = rest.first(where: { isRule(paragraphs[$0].text) }) { return rule }
    return rest.dropFirst().first { index in
      let text = paragraphs[index].text
      return isSignOff(text, author: author) || index == rest.last && presentsAuthor(text)
    } ?? paragraphs.count
  }

  /// A line of one mark, three times or more.
  static func isRule(_ text: String) -> Bool {
    guard text.utf8.count <= 400 else { return false }
    let marks = text.filter { $0 != " " }
    // `–30–`, `-ends-`: how papers end a story.
    if ["30", "ends", "end"].contains(marks.trimmingMarks("-–—#*").lowercased()), marks.count > 3,
      let first = marks.first, "-–—#*".contains(first)
    {
      return true
    }
    guard marks.count >= 3, let first = marks.first, "_*-–—=~#•·⁂".contains(first) else { return marks == "⁂" }
    return marks.allSatisfy { $0 == first }
  }

  private static func isSignOff(_ text: String, author: String?) -> Bool {
    let start = text.prefix(40).lowercased()
    if signOffs.contains(where: { start.hasPrefix($0) }) { return true }
    guard let author, !author.isEmpty, text.hasPrefix(author) else { return false }
    let rest = text.dropFirst(author.count)
    return rest.isEmpty || deeds.contains { rest.hasPrefix($0) }
  }

  /// What an author's note says that they do.
  private static let deeds = [
    " is ", " has ", " launched ", " writes ", " covers ", " edits ", " runs ", " works ", " lives ", " teaches ",
    " reports ", " chairs ", " keeps ", " can be ",
  ]

  /// What only a note about an author says of somebody, whatever their name.
  private static let authorships = [
    " edits the ", " writes for ", " writes about ", " is the editor of ", " is editor of ", " is a freelance ",
    " is the author of ",
  ]
  private static let longestNote = 300

  /// A short last paragraph that begins with a name and says whom its bearer writes for.
  private static func presentsAuthor(_ text: String) -> Bool {
    guard text.utf8.count <= longestNote, let deed = authorships.compactMap({ text.firstRange(of: $0) }).first else {
      return false
    }
    let name = text[..<deed.lowerBound].split(separator: " ")
    return (2...4).contains(name.count) && name.allSatisfy { $0.first?.isUppercase ?? false && $0.last != "." }
  }
}
