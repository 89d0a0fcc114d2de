internal import Timeline

/// What the templates of posts see.
struct PostContext {
  let publication: Publication
  let channel: Channel
  let language: Language

  /// The members of an entry or a pick, with what the channel makes of its links, tags and people.
  func members(of subject: PostSubject) -> [String: TemplateValue] {
    let entries = EntryContext(language: language)
    var members =
      switch subject {
      case .entry(let entry): entries.members(of: entry)
      case .pick(let pick): entries.members(of: pick)
      }
    let links =
      channel.showsLinks ? EntryText(subject.entry, language: language).links.filter { SafeURL.isLink($0.url) } : []
    let values = links.map { link in
      var link = link
      link.url = channel.linkParameters.added(to: link.url)
      return EntryContext.value(link)
    }
    members["link"] = values.first ?? .empty
    members["links"] = .list(values)
    let hashtags = Hashtag.from(tags: subject.entry.fields.tags, most: channel.mostHashtags)
    members["hashtags"] = .list(hashtags.map { .text($0) })
    members["mentions"] = .list(mentions(of: subject.entry.fields.people).map { .text($0) })
    return members.merging(publication.common(language)) { own, _ in own }
  }

  /// The handles of people on this channel; never those of another network.
  private func mentions(of people: [String]) -> [String] {
    guard channel.hasMentions else { return [] }
    let handles = people.compactMap { publication.people[$0]?[channel.name] }
      .map { $0.hasPrefix("@") ? $0 : "@" + $0 }
    return Array(handles.prefix(channel.mostMentions ?? .max))
  }
}

extension Channel {
  /// A channel that has everything a channel can have.
  static let example = {
    var channel = Channel(name: "example", title: "Example", measure: .graphemes, limit: nil)
    channel.mostHashtags = 1
    return channel
  }()
}
