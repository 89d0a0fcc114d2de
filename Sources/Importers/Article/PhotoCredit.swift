import Timeline

/// A line that credits a photo which a plain text does not have.
enum PhotoCredit {
  private static let labels = [
    "photo:", "photo by", "photos:", "photos by", "photograph:", "photograph by", "photo credit:", "photo courtesy of",
    "image:", "image by", "image credit:", "image courtesy of", "picture:", "picture by", "credit:", "credits:",
    "foto:",
    "foto av", "bild:", "©", "photo :", "crédit photo :", "crédit :", "crédito:", "fotografía:", "illustration:",
  ]
  private static let agencies: Set<String> = [
    "getty images", "getty", "ap", "ap photo", "reuters", "afp", "ntb", "epa", "imago", "pa", "shutterstock", "dpa",
    "associated press", "alamy", "usa today sports", "unsplash", "wikimedia commons", "pa wire", "sportsfile",
  ]
  private static let longest = 100
  /// The labels that can stand behind a sentence and be nothing else.
  private static let labelsBehindText = ["photo: ", "photos: ", "photograph: ", "photo credit: ", "foto: ", "bild: "]

  /// A paragraph of plain text, without the credit at its end, and the credit as another.
  static func parted(_ paragraph: SourceParagraph) -> [SourceParagraph] {
    let text = paragraph.text
    let tail = text.suffix(longest)
    let lower = tail.lowercased()
    guard paragraph.block == nil, paragraph.markdown == nil, lower.count == tail.count,
      let label = labelsBehindText.compactMap({ lower[...].lastRange(ofExactly: $0)?.lowerBound }).max()
    else { return [paragraph] }
    let start = tail.index(tail.startIndex, offsetBy: lower.distance(from: lower.startIndex, to: label))
    let before = text[..<start]
    guard before.last == " " || before.last == "(", let end = before.lastIndex(where: { $0 != " " && $0 != "(" }),
      ".!?”\"»)".contains(text[end]), read(String(text[start...])) != nil, names(text[start...])
    else { return [paragraph] }
    return [
      paragraph.keeping(text.distance(from: text.startIndex, to: end) + 1),
      paragraph.dropping(text.distance(from: text.startIndex, to: start)),
    ]
  }

  /// Whether what stands behind a label is names and nothing that goes on.
  private static func names(_ credit: Substring) -> Bool {
    let words = credit.drop { $0 != ":" }.dropFirst().split(separator: " ")
    return (1...6).contains(words.count)
      && words.allSatisfy { $0.first.map { $0.isUppercase || "@/&".contains($0) } ?? false }
  }

  /// The credit of a line such as `Photo: A. Name`, `A. Name / @handle` or `A. Name/Getty Images`; nil for other lines.
  static func read(_ line: String) -> String? {
    guard line.utf8.count <= longest * 2, line.count <= longest, !line.contains("“"), !line.contains("\"") else {
      return nil
    }
    let text = line.trimmingMarks("()[]*_ ")
    let lower = text.lowercased()
    if let label = labels.filter({ lower.hasPrefix($0) }).max(by: { $0.count < $1.count }) {
      let credit = String(text.dropFirst(label.count)).trimmingMarks(" :.")
      return credit.isEmpty || credit.split(separator: " ").count > 10 ? nil : credit
    }
    guard let slash = text.lastIndex(of: "/") else { return nil }
    let name = text[..<slash]
    let owner = text[text.index(after: slash)...].drop { $0 == " " }
    let words = name.split(separator: " ")
    guard (1...6).contains(words.count), words.allSatisfy({ $0.first?.isUppercase ?? false }) else { return nil }
    let isHandle = owner.first == "@" && !owner.contains(" ")
    return isHandle || agencies.contains(owner.lowercased()) ? text : nil
  }
}
