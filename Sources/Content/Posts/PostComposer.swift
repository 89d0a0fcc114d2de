internal import Scheduler
package import Timeline

/// Makes the post of one channel out of an entry, a pick or a quote; the same input gives the same bytes.
package struct PostComposer: Sendable {
  let channel: Channel
  let context: PostContext
  /// What every template sees, made once for all posts.
  private let common: [String: TemplateValue]
  private let templates: [PostKind: PostTemplate]
  private let fitter: PostFitter

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
    fitter = PostFitter(channel: channel)
    context = PostContext(publication: publication, channel: channel, language: language)
    common = publication.common(language)
    var read: [PostKind: PostTemplate] = [:]
    for kind in PostKind.allCases {
      let example = PostContext.example(of: kind, language: language)
      read[kind] = try PostTemplate(kind, channel: channel.name, templates: templates, example: example)
    }
    self.templates = read
  }

  /// Composes the post about an entry, a pick or a quote.
  ///
  /// A hand-written text of the entry goes before the template. A text that is too long becomes one of the template's
  /// shorter forms, else a thread; where the channel's kinds have `thread`, the story of a news entry becomes a thread
  /// before it becomes shorter. A quote is never shorter than it was said.
  ///
  /// - Returns: a draft; nothing, when the entry has no first day, lacks a picture that the channel needs, or has no quote
  ///   that fits; a failure, when its text cannot be made to fit.
  package func compose(_ subject: PostSubject) -> Composition {
    let entry = subject.entry
    guard let day = subject.day else {
      return .nothing(reason: "\(entry.id) has no first day, so that no day names its post")
    }
    guard !channel.needsPicture || entry.picture != nil else {
      return .nothing(
        reason: "\(entry.id) has no picture, and \(channel.title) takes no post without one; add one to the entry, "
          + "or say picture: optional under channels.\(channel.name) to add it by hand")
    }
    guard let text = text(of: subject, day: day) else {
      // A quote is as long as it was said, so that there is nothing to mend.
      if case .quote = subject {
        return .nothing(reason: "no quote of \(entry.id) fits whole on \(channel.title), in whatever form")
      }
      return .failed(
        reason: "\(entry.id) does not fit on \(channel.title), in whatever form; give the entry a shorter text with "
          + "`- post.\(channel.name): …`")
    }
    var draft = Draft(
      id: subject.draftID(on: channel, day: day), kind: .post, channel: channel.name,
      period: Draft.Period(first: day, last: day), entries: [entry.id], text: text)
    draft.markGenerated()
    return .draft(draft)
  }

  private func text(of subject: PostSubject, day: CivilDay) -> String? {
    switch subject {
    case .quote(let entry): return fittingQuote(of: entry)?.text
    case .entry(let entry):
      if let written = entry.fields.post(on: channel, day: day, firstDay: entry.date.firstDay) {
        let tidied = PostText.onePart(written)
        return channel.fits(tidied) ? tidied : fitter.thread(of: [tidied])
      }
      return fitting(.entry, over: context.members(of: subject), prefersThread: channel.kinds.contains(.thread))
    case .pick(let pick): return fitting(.onThisDay, over: members(of: pick, day: day))
    }
  }

  /// What the template of a pick sees.
  private func members(of pick: Pick, day: CivilDay) -> TemplateMembers {
    var members = context.members(of: .pick(pick))
    if let written = pick.entry.fields.post(on: channel, day: day, firstDay: pick.entry.date.firstDay) {
      // Years later the text alone would read as news: it stands where the template has headline and story.
      members["headline"] = .text(written)
      for name in ["story", "summary", "opening"] { members[name] = .empty }
    }
    return members
  }

  private func fitting(
    _ kind: PostKind, over members: TemplateMembers, prefersThread: Bool = false
  ) -> String? {
    fitter.text(of: forms(kind, over: members), threads: threads(over: members), prefersThread: prefersThread)
  }

  /// The texts that the forms of a template give, made when they are asked for.
  private func forms(_ kind: PostKind, over members: TemplateMembers) -> some Sequence<String> {
    (templates[kind]?.forms ?? []).lazy.map { [common] in PostText.onePart($0.render(members, over: common)) }
  }

  /// The parts that the forms of the template of threads give, made when they are asked for.
  private func threads(over members: TemplateMembers) -> some Sequence<[String]> {
    (templates[.thread]?.forms ?? []).lazy.map { [common] in PostText.parts($0.render(members, over: common)) }
  }

  /// The first quote of a known speaker that some form takes whole, in that form.
  private func fittingQuote(of entry: Entry) -> (quote: Quote, text: String)? {
    for quote in entry.attributedQuotes {
      let members = context.members(of: .quote(entry), about: quote)
      if let text = forms(.quote, over: members).first(where: { !$0.isEmpty && channel.fits($0) }) {
        return (quote, text)
      }
    }
    return nil
  }
}

extension PostComposer {
  /// What the templates of a post see.
  package func context(of subject: PostSubject) -> TemplateValue {
    let members: TemplateMembers
    switch subject {
    case .entry: members = context.members(of: subject)
    case .pick(let pick): members = self.members(of: pick, day: pick.occursOn)
    case .quote(let entry):
      let quote = fittingQuote(of: entry)?.quote
      members = quote.map { context.members(of: subject, about: $0) } ?? context.members(of: subject)
    }
    return .object(members.all.merging(common) { own, _ in own })
  }

  /// All forms of a news entry's text and of its thread, as ``PostFitter`` chooses among them.
  package func forms(of entry: Entry) -> (texts: [String], threads: [[String]]) {
    let members = context.members(of: .entry(entry))
    return (Array(forms(.entry, over: members)), Array(threads(over: members)))
  }

  /// What a person should know of a post that is made all the same.
  package func warnings(about subject: PostSubject) -> [String] {
    guard let limit = channel.altTextLimit, let picture = subject.entry.picture, picture.alt.count > limit else {
      return []
    }
    return [
      "\(subject.entry.id): the picture's alt text has \(picture.alt.count) characters, and \(channel.title) takes "
        + "\(limit); shorten it in the timeline"
    ]
  }
}
