import Timeline

// What stands on a page beside its article.
extension MarkupElement {
  private static let unreadNames: Set<String> = [
    "script", "style", "noscript", "template", "object", "embed", "svg", "math", "form", "button", "input", "select",
    "textarea", "nav", "aside", "head", "canvas", "map", "dialog", "menu",
  ]
  private static let commentNames: Set<String> = [
    "comments", "comment-list", "commentlist", "comments-area", "comments-section", "comment-respond", "respond",
    "disqus", "disqus_thread",
  ]
  private static let contentsNames: Set<String> = [
    "toc", "toc_container", "ez-toc-container", "table-of-contents", "tableofcontents",
  ]
  private static let editWords: Set<String> = [
    "[edit]", "[ edit ]", "[edit source]", "[edit | edit source]", "[bearbeiten]", "[rediger]", "[modifier]",
    "[editar]",
  ]
  /// Longer words are no mark of a footnote, and no offer to edit.
  private static let longestMark = 40
  /// Longer lists, in bytes and in elements, are no tables of contents, so that nested ones cost little.
  private static let longestContents = 20_000
  private static let mostElements = 2_000

  /// Whether nothing of the element is for readers of an article.
  var isUnread: Bool {
    Self.unreadNames.contains(name) || attributes["hidden"] != nil
      || attributes["style"]?.filter({ $0 != " " }).contains("display:none") == true
      || attributes["role"] == "navigation" || isEditMark || isFootnoteMark
  }

  /// What of a page the element is beside its article, in words for a finding; nil for a part of the article.
  var sideMatter: String? {
    if ["div", "section", "ol", "ul", "footer", "form"].contains(name), !names.isDisjoint(with: Self.commentNames) {
      let hasWords = text(upTo: Self.longestContents)?.contains { $0.isLetter } ?? true
      return hasWords ? "the readers' comments" : nil
    }
    let isContents =
      ["ul", "ol", "nav"].contains(name)
      || ["div", "section"].contains(name) && !names.isDisjoint(with: Self.contentsNames)
    return isContents && linksWithinPage ? "a table of contents" : nil
  }

  /// The words of `class` and `id`, in lower case.
  private var names: Set<String> {
    let words = ["class", "id"].compactMap { attributes[$0] }.joined(separator: " ")
    return words.isEmpty
      ? [] : Set(words.lowercased().split { $0.isWhitespace }.map(String.init))
  }

  /// `[edit]` behind a heading of a wiki.
  private var isEditMark: Bool {
    if name == "span", names.contains("mw-editsection") { return true }
    guard ["span", "small", "sup", "a"].contains(name), let text = text(upTo: Self.longestMark) else { return false }
    return Self.editWords.contains(MarkupText.collapsed(text).lowercased())
  }

  /// `[1]` above the line, or a number there that leads to a note of the page.
  private var isFootnoteMark: Bool {
    guard name == "sup", let text = text(upTo: Self.longestMark) else { return false }
    let mark = MarkupText.collapsed(text)
    if mark.first == "[", mark.last == "]" { return true }
    guard let link = first("a"), link.attributes["href"]?.first == "#" else { return false }
    return mark.count <= 4
  }

  /// Whether all links lead to places of the same page, and no words stand beside them in lists.
  private var linksWithinPage: Bool {
    var budget = Self.mostElements
    guard let text = text(upTo: Self.longestContents), let links = links(budget: &budget),
      name == "nav" ? links.count > 1 : !links.isEmpty,
      links.allSatisfy({ $0.attributes["href"].map { $0.first == "#" && $0.count > 1 } ?? false })
    else { return false }
    let linked = links.reduce(0) { $0 + $1.text.count { $0.isLetter } }
    return !["ul", "ol"].contains(name) || text.count { $0.isLetter } == linked
  }

  /// The links within the element, each without those in it; nil where it takes more than `budget` elements to find them.
  private func links(budget: inout Int) -> [MarkupElement]? {
    var found: [MarkupElement] = []
    for element in elements {
      budget -= 1
      guard budget > 0 else { return nil }
      if element.name == "a", element.attributes["href"] != nil {
        found.append(element)
      } else if let inner = element.links(budget: &budget) {
        found += inner
      } else {
        return nil
      }
    }
    return found
  }

  /// The text of the element and of all within it; nil where it is longer than `limit` bytes.
  private func text(upTo limit: Int) -> String? {
    var text = ""
    for child in children {
      switch child {
      case .text(let part): text += part.utf8.count <= limit ? part : String(part.prefix(limit + 1))
      case .element(let element):
        guard let inner = element.text(upTo: limit) else { return nil }
        text += inner
      }
      if text.utf8.count > limit { return nil }
    }
    return text
  }
}
