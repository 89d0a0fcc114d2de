import Timeline

/// The words below a picture, parted from the credit among them.
enum PictureCaption {
  private static let creditClasses = ["credit", "copyright", "photographer", "attribution"]
  private static let labels = [
    "photo credit:", "photo by ", "photo:", "photograph:", "photograph by ", "photography by ", "credit:", "image:",
    "image credit:", "picture:", "foto:", "bild:", "©", "courtesy of ", "source:", "illustration:",
    "photo courtesy of ",
  ]

  /// Caption and credit; either may be missing.
  static func read(_ caption: MarkupElement) -> (words: String?, credit: String?) {
    let all = MarkupText.collapsed(caption.text)
    if let element = creditElement(in: caption) {
      let credit = MarkupText.collapsed(element.text)
      let words = all.replacing(credit, with: "", maxReplacements: 1)
      return (present(words.trimmingMarks(" |/–—-()")), present(withoutLabel(credit)))
    }
    return read(all)
  }

  /// Caption and credit of plain words, as in `The finish. (Photo: A. Name)`.
  static func read(_ text: String) -> (words: String?, credit: String?) {
    let lower = text.lowercased()
    let starts = labels.compactMap { lower.firstRange(of: $0)?.lowerBound }.filter { start in
      start == lower.startIndex || !lower[lower.index(before: start)].isLetter
    }
    guard let start = starts.min() else {
      return PhotoCredit.read(text).map { (nil, $0) } ?? (present(text), nil)
    }
    let offset = lower.distance(from: lower.startIndex, to: start)
    let words = String(text.prefix(offset)).trimmingMarks(" |/–—-([")
    return (present(words), present(withoutLabel(String(text.dropFirst(offset)).trimmingMarks(" )]"))))
  }

  private static func creditElement(in element: MarkupElement) -> MarkupElement? {
    for inner in element.elements {
      let names = ((inner.attributes["class"] ?? "") + " " + (inner.attributes["itemprop"] ?? "")).lowercased()
      if creditClasses.contains(where: names.contains) || ["cite", "small"].contains(inner.name) { return inner }
      if let found = creditElement(in: inner) { return found }
    }
    return nil
  }

  /// The credit without `Photo:` before it.
  static func withoutLabel(_ credit: String) -> String {
    let text = credit.trimmingMarks("()[] ")
    let lower = text.lowercased()
    guard let label = labels.filter({ lower.hasPrefix($0) }).max(by: { $0.count < $1.count }) else { return text }
    return text.dropFirst(label.count).trimmingMarks(" :.")
  }

  private static func present(_ text: String) -> String? {
    text.contains { $0.isLetter || $0.isNumber } ? text : nil
  }
}

extension Substring {
  func trimmingMarks(_ marks: String) -> String { String(self).trimmingMarks(marks) }
}
