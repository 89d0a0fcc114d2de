import Foundation
import TestSupport
import Testing

@testable import Content

/// Mentions, hashtags and links of twitter-text's `validate`, `extract` and `autolink`.
///
/// Left out: `replies`, `cashtags`, `cashtags_with_indices` and autolink's `cashtags` (no post of Daybook replies or
/// names shares); autolink's `json` (links from the service's own offsets, which no draft has); validate's `tweets` (the
/// old rule of 140) and `WeightedTweetsCounterTest` (v2, which does not join emoji).
@Suite(.enabled(if: SharedData.isThere, Comment(rawValue: SharedData.leftOut)))
struct TwitterEntityTests {
  struct Validity: Decodable {
    var description: String
    var text: String
    var expected: Bool
  }

  struct Found: Decodable {
    var description: String
    var text: String
    var expected: [String]
  }

  struct Placed: Decodable {
    struct Entity: Decodable {
      var screen_name: String?
      var list_slug: String?
      var hashtag: String?
      var indices: [Int]
    }
    var description: String
    var text: String
    var expected: [Entity]
  }

  struct Linked: Decodable {
    var description: String
    var text: String
    var expected: String
  }

  /// The groups of a file have different shapes, so that only the wanted one is decoded.
  static func cases<Case: Decodable>(_ file: String, _ group: String, as type: Case.Type) throws -> [Case] {
    let data = try SharedData.data("conformance/twitter-text/\(file).json")
    let file = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let cases = try #require((file["tests"] as? [String: Any])?[group])
    return try JSONDecoder().decode([Case].self, from: JSONSerialization.data(withJSONObject: cases))
  }

  /// What a scanner finds, without the sign in front.
  static func names(_ scan: (Scalars) -> [Range<Int>], in text: String) -> [String] {
    let scalars = text.scalarValues
    return scan(scalars).map { scalars.text(in: ($0.lowerBound + 1)..<$0.upperBound) }
  }

  static func offsets(_ scan: (Scalars) -> [Range<Int>], in text: String) -> [[Int]] {
    let scalars = text.scalarValues
    return scan(scalars).map { range in
      [range.lowerBound, range.upperBound].map { scalars.text(in: 0..<$0).utf16.count }
    }
  }

  @Test("validate: names, lists and hashtags", arguments: ["usernames", "lists", "hashtags"])
  func validity(group: String) throws {
    for item in try Self.cases("validate", group, as: Validity.self) {
      let scan = group == "hashtags" ? HashtagScanner.hashtags : MentionScanner.mentions
      let isWhole = scan(item.text.scalarValues) == [0..<item.text.scalarValues.count]
      #expect((isWhole && item.text.contains("/") == (group == "lists")) == item.expected, "\(item.description)")
    }
  }

  /// Four cases of `urls` are left out by name: that group is for a reader of one whole address, which takes user names,
  /// IP addresses and more signs in a query; what X links in a text (`extract`) goes by narrower rules.
  @Test("validate: links that stand alone", arguments: ["urls", "urls_without_protocol"])
  func linkValidity(group: String) throws {
    var different: [String] = []
    for item in try Self.cases("validate", group, as: Validity.self) {
      let links = LinkScanner(item.text.scalarValues, takesBareDomains: group != "urls").links()
      if (links == [0..<item.text.scalarValues.count]) != item.expected { different.append(item.description) }
    }
    #expect(different == (group == "urls" ? Self.wholeAddressesAlone : []))
  }

  static let wholeAddressesAlone = [
    "Valid url: port and userinfo", "Valid url: ipv4", "Valid url: ipv6", "Valid url: sub delims and question marks",
  ]

  @Test("extract: mentions and hashtags", arguments: ["mentions", "hashtags", "hashtags_from_astral"])
  func found(group: String) throws {
    for item in try Self.cases("extract", group, as: Found.self) {
      let scan = group == "mentions" ? MentionScanner.mentions : HashtagScanner.hashtags
      #expect(Self.names(scan, in: item.text) == item.expected, "\(item.description): \(item.text)")
    }
  }

  @Test(
    "extract: places in UTF-16",
    arguments: ["mentions_with_indices", "mentions_or_lists_with_indices", "hashtags_with_indices"])
  func placed(group: String) throws {
    for item in try Self.cases("extract", group, as: Placed.self) {
      let scan = group.hasPrefix("hashtags") ? HashtagScanner.hashtags : MentionScanner.mentions
      #expect(Self.offsets(scan, in: item.text) == item.expected.map(\.indices), "\(item.description)")
      let names = item.expected.map { $0.hashtag ?? ($0.screen_name ?? "") + ($0.list_slug ?? "") }
      #expect(Self.names(scan, in: item.text) == names, "\(item.description)")
    }
  }

  @Test("autolink: what is linked", arguments: ["usernames", "lists", "hashtags", "urls", "all"])
  func linked(group: String) throws {
    for item in try Self.cases("autolink", group, as: Linked.self) {
      let scalars = item.text.scalarValues
      let links = LinkScanner(scalars, takesBareDomains: false).links()
      let isFree = { (range: Range<Int>) in !links.contains { $0.overlaps(range) } }
      var found = links.map { ($0.lowerBound, scalars.text(in: $0)) }
      if group != "urls" {
        found += HashtagScanner.hashtags(in: scalars).map { ($0.lowerBound, scalars.text(in: $0)) }
        found += MentionScanner.mentions(in: scalars).filter(isFree).map { range in
          (range.lowerBound, scalars.text(in: (range.lowerBound + 1)..<range.upperBound))
        }
      }
      if group == "usernames" || group == "lists" { found.removeAll { item.text.hasPrefix("http") && $0.0 == 0 } }
      let expected = item.expected.matches(of: #/<a [^>]*>([^<]*)</a>/#).map { match in
        String(match.1).replacing("&amp;", with: "&").replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
      }
      let shown = found.sorted { $0.0 < $1.0 }.map(\.1)
      // Autolink links cashtags too, which are left out.
      #expect(shown == expected.filter { !$0.hasPrefix("$") }, "\(item.description): \(item.text)")
    }
  }
}
