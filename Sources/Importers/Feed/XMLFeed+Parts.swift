import Timeline

// Parts that all formats have.
extension XMLFeed {
  static func isAtom(_ element: MarkupElement) -> Bool {
    element.namespace.map { atom.contains($0) } ?? (element.prefix == "atom")
  }

  static func isAlternate(_ link: MarkupElement) -> Bool {
    link.attributes["href"] != nil && (link.attributes["rel"] ?? "alternate") == "alternate"
  }

  static func clean(_ text: String) -> String { text.trimmingMarks(" \n\t\r") }

  /// The text of the first child with one of these names, in their order, that has any.
  static func text(_ element: MarkupElement, _ names: [String]) -> String {
    texts(element, names).first ?? ""
  }

  static func texts(_ element: MarkupElement, _ names: [String]) -> [String] {
    let found = names.flatMap { name in
      element.elements.filter { $0.name == name && $0.prefix != "media" }.map { clean($0.text) }
    }
    return found.filter { !$0.isEmpty }
  }

  /// The name in `editor@example.org (Ann Name)`; an address alone names nobody.
  static func author(_ text: String) -> String {
    if let open = text.firstIndex(of: "("), let close = text.lastIndex(of: ")"), open < close, text.contains("@") {
      let inside = text[text.index(after: open)..<close]
      if !inside.contains("@") { return clean(String(inside)) }
      return clean(String(text[..<open]))
    }
    if let open = text.firstIndex(of: "<"), text.contains("@") { return clean(String(text[..<open])) }
    return text.contains("@")
      ? clean(text.split(separator: " ").filter { !$0.contains("@") }.joined(separator: " ")) : text
  }

  static func addTags(of element: MarkupElement, to item: inout FeedItem) {
    for child in element.elements {
      switch child.name {
      case "category":
        item.tags.append(child.attributes["label"] ?? child.attributes["term"] ?? clean(child.text))
      case "subject": item.tags.append(clean(child.text))
      case "keywords": item.tags += child.text.split(separator: ",").map { clean(String($0)) }
      default: break
      }
    }
  }

  static func addMedia(of element: MarkupElement, to item: inout FeedItem) {
    for child in element.elements {
      let url = child.attributes["url"] ?? child.attributes["href"] ?? ""
      switch child.name {
      case "enclosure": addFile(url, type: child.attributes["type"] ?? "", words: "", to: &item)
      case "image" where child.prefix == "itunes": addPicture(url, of: child, to: &item)
      case "content" where child.prefix == "media", "thumbnail" where child.prefix == "media":
        let medium = child.attributes["medium"] ?? ""
        let type = child.attributes["type"] ?? ""
        if child.name == "thumbnail" && item.pictures.isEmpty || medium == "image" || type.hasPrefix("image/")
          || medium.isEmpty && type.isEmpty && WebAddress.isPicture(url)
        {
          addPicture(url, of: child, to: &item)
        } else if child.name == "content" {
          addFile(url, type: type, words: text(child, ["title"]), to: &item)
        }
        if child.name == "content" { addMedia(of: child, to: &item) }
      case "group" where child.prefix == "media": addMedia(of: child, to: &item)
      default: break
      }
    }
  }

  static func addPicture(_ address: String, of element: MarkupElement, to item: inout FeedItem) {
    guard case .address(let url) = WebAddress.read(address, base: item.base),
      !item.pictures.contains(where: { $0.path == url })
    else { return }
    let inner = { (name: String) in
      element.elements.first { $0.name == name }.map { clean($0.text) }.flatMap { $0.isEmpty ? nil : $0 }
    }
    item.pictures.append(Picture(path: url, alt: MarkupText.plain(inner("description") ?? ""), credit: inner("credit")))
  }

  static func addFile(_ url: String, type: String, words: String, to item: inout FeedItem) {
    guard !url.isEmpty else { return }
    if type.lowercased().hasPrefix("image/") || WebAddress.isPicture(url) {
      guard case .address(let url) = WebAddress.read(url, base: item.base),
        !item.pictures.contains(where: { $0.path == url })
      else { return }
      item.pictures.append(Picture(path: url, alt: ""))
    } else {
      item.links.append(Link(text: words, url: url))
    }
  }
}
