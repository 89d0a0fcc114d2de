internal import Content
internal import Timeline

extension Settings {
  /// What drafts say of the publication.
  var publication: Publication {
    Publication(
      name: name, link: link, language: language, links: links.map { .init(title: $0.text, url: $0.url) },
      people: people, sender: newsletter.sender, unsubscribe: newsletter.unsubscribe, archive: newsletter.archive,
      pictures: newsletter.pictures)
  }
}
