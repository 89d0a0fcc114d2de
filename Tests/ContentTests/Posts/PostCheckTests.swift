import Testing
import Timeline

@testable import Content

/// A post that an edit made longer than its network takes.
struct PostCheckTests {
  private func findings(_ text: String, on channel: String = "x", _ channels: [Channel] = []) -> [Finding] {
    let file = """
      ---
      id: 2024-09-05-\(channel)-a
      kind: post
      channel: \(channel)
      status: draft
      date: 2024-09-05
      entries: [a]
      ---
      \(text)

      """
    return PostCheck(channels: channels).findings(in: file, file: "Drafts/a.md")
  }

  private static func letters(_ count: Int) -> String { String(repeating: "a", count: count) }

  @Test func whatIsTooLongIsAnErrorWithItsCount() throws {
    let finding = try #require(findings("\n" + Self.letters(281)).first)
    #expect(finding.rule == "post-too-long" && finding.severity == .error)
    #expect(finding.position.line == 10 && finding.file == "Drafts/a.md")
    #expect(
      finding.message
        == "X takes 280 weighted characters, and this post has 281, 1 too many. "
        + "Shorten it, or part it with --- on a line of its own.")
  }

  @Test(arguments: [
    ("x", 280), ("mastodon", 500), ("bluesky", 300), ("linkedin", 3_000), ("instagram", 2_200), ("threads", 500),
  ])
  func everyChannelCountsByItsOwnRule(channel: String, limit: Int) {
    #expect(findings(Self.letters(limit), on: channel).isEmpty)
    #expect(findings(Self.letters(limit + 1), on: channel).count == 1)
  }

  @Test func linksCountAsTheNetworkCountsThem() {
    let link = "https://example.org/" + Self.letters(200)
    #expect(findings(Self.letters(250) + " " + link).isEmpty, "23 characters on X")
    #expect(findings(Self.letters(250) + " " + link, on: "bluesky").count == 1)
  }

  @Test func theSettingsMayGiveAnotherLimit() {
    #expect(findings(Self.letters(501), on: "mastodon", [Channel.mastodon.limited(to: 1_000)]).isEmpty)
    #expect(findings(Self.letters(101), [Channel.x.limited(to: 100)]).count == 1)
  }

  @Test func everyPartOfAThreadIsCounted() {
    let text = "short\n---\n\(Self.letters(290))\n---\n<!-- note -->\n\(Self.letters(300))"
    let found = findings(text)
    #expect(found.map(\.position.line) == [11, 14])
    #expect(found.first?.message.contains("part 2 of 3 has 290, 10 too many") == true)
  }

  @Test func privateNotesDoNotCount() {
    #expect(findings("<!-- \(Self.letters(300)) -->\nshort").isEmpty)
  }

  @Test func whatElseTheNetworkRefusesIsSaid() {
    let found = findings("a #a #b #c #d #e #f", on: "instagram")
    #expect(found.map(\.message) == ["Instagram does not take this post: 6 of 5 hashtags. Take some out."])
  }

  @Test func issuesAndOtherFilesHaveNone() {
    #expect(PostCheck(channels: []).findings(in: "---\nkind: newsletter\n---\n", file: "a.md").isEmpty)
    #expect(PostCheck(channels: []).findings(in: Self.letters(900), file: "a.md").isEmpty)
  }
}
