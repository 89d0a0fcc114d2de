internal import Scheduler
internal import Timeline

/// Makes the post of one channel out of an entry or a pick; the same input gives the same bytes.
package struct PostComposer: Sendable {
  private let channel: Channel
  private let context: PostContext
  /// What every template sees, made once for all posts.
  private let common: [String: TemplateValue]
  private let templates: [String: [Template]]

  /// Reads and checks the templates of posts for one channel.
  ///
  /// - Parameters:
  ///   - publication: what posts may say of the publication.
  ///   - channel: the channel, with the limits of the settings.
  ///   - templates: the publication's templates.
  /// - Throws: ``TemplateError`` for a template that is broken or names an unknown variable.
  package init(publication: Publication, channel: Channel, templates: TemplateSet) throws(TemplateError) {
    let language = Language.named(publication.language)
    self.channel = channel
    context = PostContext(publication: publication, channel: channel, language: language)
    common = publication.common(language)
    var read: [String: [Template]] = [:]
    let pick = Pick(entry: .example, occursOn: CivilDay(daysSinceEpoch: 0), years: 1, isMilestone: true, reason: "")
    for subject in [PostSubject.entry(.example), .pick(pick)] {
      let example = PostContext(publication: .example, channel: .example, language: language).allMembers(of: subject)
      let name = subject.template
      read[name] = try PostTemplate(name, channel: channel.name, templates: templates, example: example).forms
    }
    self.templates = read
  }

  /// Composes the post about an entry or a pick.
  ///
  /// A hand-written text of the entry goes before the template. A text that is too long becomes one of the template's
  /// shorter forms, else a thread.
  ///
  /// - Returns: a draft; or a reason, when the entry has no first day or the text cannot be made to fit.
  package func compose(_ subject: PostSubject) -> Composition {
    let entry = subject.entry
    guard let day = subject.day else {
      return .nothing(reason: "\(entry.id) has no first day, so that no day names its post")
    }
    guard let text = text(of: subject, day: day) else {
      return .nothing(reason: "\(entry.id) does not fit on \(channel.title), in whatever form")
    }
    var draft = Draft(
      id: "\(day)-\(channel.name)-\(entry.id)", kind: .post, channel: channel.name,
      period: Draft.Period(first: day, last: day), entries: [entry.id], text: text)
    draft.markGenerated()
    return .draft(draft)
  }

  /// What the templates of the post about an entry or a pick see.
  package func context(of subject: PostSubject) -> TemplateValue {
    .object(context.allMembers(of: subject))
  }

  /// The longest form that fits, else a thread of the longest; nil when there is neither.
  private func text(of subject: PostSubject, day: CivilDay) -> String? {
    let fields = subject.entry.fields
    let written = [fields.channelPosts[channel.name] ?? [], fields.posts].first { !$0.isEmpty } ?? []
    var members = context.members(of: subject)
    if let text = inTurn(written, entry: subject.entry, day: day) {
      guard case .pick = subject else {
        let tidied = Self.tidied(text)
        return channel.fits(tidied) ? tidied : thread(tidied)
      }
      // Years later the text alone would read as news: it stands where the template has headline and story.
      members["headline"] = .text(text)
      for name in ["story", "summary", "opening"] { members[name] = .empty }
    }
    var longest: String?
    for form in templates[subject.template] ?? [] {
      let text = Self.tidied(form.render(members, over: common))
      guard !text.isEmpty else { continue }
      if channel.fits(text) { return text }
      longest = longest ?? text
    }
    return longest.flatMap(thread)
  }

  /// Hand-written texts go in turn, one a year: the first in the year of the entry itself.
  private func inTurn(_ texts: [String], entry: Entry, day: CivilDay) -> String? {
    guard !texts.isEmpty else { return nil }
    let years = max(0, day.year - (entry.date.firstDay?.year ?? day.year))
    return texts[years % texts.count]
  }

  private func thread(_ text: String) -> String? {
    guard channel.hasThreads else { return nil }
    return ThreadSplitter(channel: channel).parts(of: text)?.joined(separator: "\n---\n")
  }

  /// Without blanks at the ends and with at most one empty line in a row.
  private static func tidied(_ text: String) -> String {
    String(Draft.canonical(text, emptyLines: 1).dropLast())
  }
}
