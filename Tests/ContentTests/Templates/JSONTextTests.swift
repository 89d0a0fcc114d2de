import Foundation
import Testing

@testable import Content

@Suite struct JSONTextTests {
  @Test("100,000 random strings parse back as they were")
  func fuzz() throws {
    var random = SeededGenerator(seed: 3)
    let awkward = Array(
      "\"\\/{}[]:,\n\r\t<>&'\u{0}\u{8}\u{1F}\u{7F}\u{85}\u{A0}\u{2028}\u{2029}\u{FEFF}{{}}é日🏃".unicodeScalars)
    for _ in 0..<100 {
      let strings = (0..<1_000).map { _ in
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...12, using: &random) {
          let any = Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &random))
          text.append(Bool.random(using: &random) ? any ?? "x" : awkward.randomElement(using: &random) ?? "x")
        }
        return String(text)
      }
      let json = TemplateValue.list(strings.map { .text($0) }).json
      let parsed = try JSONDecoder().decode([String].self, from: Data(json.utf8))
      #expect(parsed.map { Array($0.utf8) } == strings.map { Array($0.utf8) })
    }
  }

  @Test("the context of an issue and of a post is JSON with every variable of its templates")
  func context() throws {
    let issues = try IssueComposer(publication: Sample.publication, templates: TemplateSet())
    let json = issues.context(day: Sample.day("2024-09-09"), entries: Sample.entries, picks: Sample.picks).json
    let issue = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect((issue["sections"] as? [Any])?.count == 5)
    #expect((issue["publication"] as? [String: Any])?["name"] as? String == "The Bell Lap")
    let posts = try PostComposer(publication: Sample.publication, channel: .x, templates: TemplateSet())
    let post = try JSONSerialization.jsonObject(with: Data(posts.context(of: .entry(Sample.meeting)).json.utf8))
    #expect((post as? [String: Any])?["headline"] as? String == "Runner wins the *mile* at home")
  }
}
