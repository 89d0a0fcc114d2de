/// One piece of a line of Markdown.
package indirect enum MarkdownInline: Hashable, Sendable {
  case text(String)
  case softBreak
  case lineBreak
  case code(String)
  case emphasis([MarkdownInline])
  case strong([MarkdownInline])
  case strikethrough([MarkdownInline])
  case link(url: String, title: String, [MarkdownInline])
  case image(url: String, title: String, alt: String)
  /// Raw HTML, comments included.
  case html(String)
}

extension [MarkdownInline] {
  /// The text that a reader sees, without any markup; an image gives nothing.
  package var plainText: String {
    var text = ""
    for inline in self {
      switch inline {
      case .text(let part), .code(let part): text += part
      case .softBreak: text += " "
      case .lineBreak: text += "\n"
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .link(_, _, let inner):
        text += inner.plainText
      case .image, .html: break
      }
    }
    return text
  }

  /// The links, in the order of the text.
  package var links: [Link] {
    flatMap { inline -> [Link] in
      switch inline {
      case .link(let url, _, let inner): [Link(text: inner.plainText, url: url)]
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner): inner.links
      default: []
      }
    }
  }

  /// The pictures, in the order of the text; a title is the credit.
  package var images: [Picture] {
    flatMap { inline -> [Picture] in
      switch inline {
      case .image(let url, let title, let alt): [Picture(path: url, alt: alt, credit: title.isEmpty ? nil : title)]
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .link(_, _, let inner): inner.images
      default: []
      }
    }
  }
}
