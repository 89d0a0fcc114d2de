extension Publication {
  /// What templates see of the publication.
  var members: [String: TemplateValue] {
    [
      "name": .text(name),
      "link": .text(ifAny: link),
      "links": .list(links.map { .object(["title": .text($0.title), "url": .text($0.url)]) }),
    ]
  }

  /// The members that every template sees.
  func common(_ language: Language) -> [String: TemplateValue] {
    [
      "publication": .object(members),
      "language": .text(language.code),
      "words": .object(language.words.mapValues { .text($0) }),
    ]
  }
}
