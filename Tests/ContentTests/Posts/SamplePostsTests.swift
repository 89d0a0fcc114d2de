import Testing
import Timeline

@testable import Content

/// Every entry of the sample timelines, as news, as a quote and as a pick, on every channel in every language.
@Suite struct SamplePostsTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var channel: Channel
    var language: String
    var testDescription: String { "\(channel.name) \(language)" }
  }

  static let cases = Channel.networks.flatMap { network in
    Language.all.map { language in
      var channel = network
      // The sample timelines have no pictures.
      channel.needsPicture = false
      return Case(channel: channel, language: language.code)
    }
  }

  static func composer(_ item: Case) throws -> PostComposer {
    var publication = Sample.publication
    publication.language = item.language
    return try PostComposer(
      publication: publication, channel: item.channel, templates: TemplateSet(language: item.language))
  }

  @Test("fits by the channel's own rule, with no empty part, no tag left and no quote cut", arguments: cases)
  func everything(item: Case) throws {
    let composer = try Self.composer(item)
    let entries = try Publications.entries()
    #expect(entries.count == 63)
    let picks = Publications.picks(of: entries) + Publications.picks(of: entries, years: 1)
    var quotes = 0
    for subject in entries.map(PostSubject.entry) + picks.map(PostSubject.pick) {
      let draft = try #require(composer.compose(subject).draft, "\(subject.entry.id) gave no post")
      Self.hold(draft, to: item, entry: subject.entry)
    }
    for entry in entries where !entry.attributedQuotes.isEmpty {
      guard case .draft(let draft) = composer.compose(.quote(entry)) else { continue }
      Self.hold(draft, to: item, entry: entry)
      #expect(entry.attributedQuotes.contains { draft.text.contains($0.text) }, "\(draft.id)")
      quotes += 1
    }
    #expect(quotes > 20)
  }

  @Test("the same where stories are told in threads", arguments: cases.filter(\.channel.hasThreads))
  func threads(item: Case) throws {
    var item = item
    item.channel.kinds = [.entry, .thread]
    let composer = try Self.composer(item)
    var threads = 0
    for entry in try Publications.entries() {
      let draft = try #require(composer.compose(.entry(entry)).draft)
      Self.hold(draft, to: item, entry: entry)
      guard draft.parts.count > 1 else { continue }
      threads += 1
      for (index, part) in draft.parts.enumerated() {
        #expect(part.hasSuffix("\n\n\(index + 1)/\(draft.parts.count)"), "\(draft.id)")
      }
    }
    #expect(threads > 2)
  }

  @Test("Instagram makes no post of what has no picture")
  func instagram() throws {
    let composer = try Self.composer(Case(channel: .instagram, language: "en"))
    for entry in try Publications.entries() { #expect(composer.compose(.entry(entry)).draft == nil) }
  }

  static func hold(_ draft: Draft, to item: Case, entry: Entry) {
    #expect(!draft.parts.isEmpty)
    let marks = Language.named(item.language).quotationMarks
    for part in draft.parts {
      #expect(item.channel.fits(part), "\(draft.id)")
      #expect(part.contains { !$0.isWhitespace }, "\(draft.id)")
      #expect(!part.contains("{{"), "\(draft.id)")
      #expect(!part.hasSuffix(":"), "\(draft.id)")
      for quote in entry.quotes where part.contains(marks.open + quote.text.prefix(4)) {
        #expect(part.contains(marks.open + quote.text + marks.close), "\(draft.id)")
      }
      if item.language == "en" {
        #expect(part.count { $0 == "“" } == part.count { $0 == "”" }, "\(draft.id)")
      }
    }
  }
}
