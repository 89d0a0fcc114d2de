/// What issues and posts say about the publication itself.
package struct Publication: Hashable, Sendable {
  /// A link of the sign-off: its words and its target.
  package struct PageLink: Hashable, Sendable {
    package var title: String
    package var url: String

    package init(title: String, url: String) {
      self.title = title
      self.url = url
    }
  }

  package var name: String
  /// The publication's page.
  package var link: String?
  /// The language of everything that is generated, as a BCP 47 tag; an unknown one reads as English.
  package var language: String
  /// Further links for the sign-off, in order.
  package var links: [PageLink]
  /// What people are called on each network: by name, then by channel, as in `["Josh Kerr": ["x": "somehandle"]]`.
  package var people: [String: [String: String]]
  /// The sender of the e-mail, as in `The Bell Lap <desk@example.org>`; nil leaves the field to the mail client.
  package var sender: String?
  /// Where readers unsubscribe, for the header of the e-mail.
  package var unsubscribe: String?
  /// The page on the web that shows all issues, each under the anchor of its week.
  package var archive: String?
  /// The address on the web of the folder that holds the timelines, ending in a slash; pictures lie beside them.
  package var pictures: String?

  package init(
    name: String, link: String? = nil, language: String = "en", links: [PageLink] = [],
    people: [String: [String: String]] = [:], sender: String? = nil, unsubscribe: String? = nil,
    archive: String? = nil, pictures: String? = nil
  ) {
    self.name = name
    self.link = link
    self.language = language
    self.links = links
    self.people = people
    self.sender = sender
    self.unsubscribe = unsubscribe
    self.archive = archive
    self.pictures = pictures
  }
}
