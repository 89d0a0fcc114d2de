import Foundation
import TestSupport
import Testing

@testable import Content

@Suite(.enabled(if: SharedData.isThere, Comment(rawValue: SharedData.leftOut)))
struct TwitterTextTests {
  struct Weighted: Decodable {
    struct Expected: Decodable {
      var weightedLength: Int
      var valid: Bool
    }
    var description: String
    var text: String
    var expected: Expected
  }

  struct Links: Decodable {
    var description: String
    var text: String
    var expected: [String]
  }

  struct PlacedLinks: Decodable {
    struct Link: Decodable {
      var url: String
      var indices: [Int]
    }
    var description: String
    var text: String
    var expected: [Link]
  }

  struct Validate: Decodable {
    struct Groups: Decodable {
      var WeightedTweetsWithDiscountedEmojiCounterTest: [Weighted]
      var UnicodeDirectionalMarkerCounterTest: [Weighted]
    }
    var tests: Groups
  }

  struct Extract: Decodable {
    struct Groups: Decodable {
      var urls: [Links]
      var tco_urls_with_params: [Links]
      var urls_with_indices: [PlacedLinks]
      var urls_with_directional_markers: [PlacedLinks]
    }
    var tests: Groups
  }

  @Test("every case of validate that goes by v3")
  func weightedLengths() throws {
    let groups = try SharedData.json("conformance/twitter-text/validate.json", as: Validate.self).tests
    let cases = groups.WeightedTweetsWithDiscountedEmojiCounterTest + groups.UnicodeDirectionalMarkerCounterTest
    #expect(cases.count == 24)
    for item in cases {
      let measurement = Channel.x.measure(item.text)
      #expect(measurement.length == item.expected.weightedLength, "\(item.description)")
      #expect((measurement.fits && measurement.length > 0) == item.expected.valid, "\(item.description)")
    }
  }

  @Test("every link of extract, as text")
  func links() throws {
    let groups = try SharedData.json("conformance/twitter-text/extract.json", as: Extract.self).tests
    for item in groups.urls + groups.tco_urls_with_params {
      let scalars = item.text.scalarValues
      let found = LinkScanner(scalars, takesBareDomains: true).links().map { scalars.text(in: $0) }
      #expect(found == item.expected, "\(item.description): \(item.text)")
    }
  }

  @Test("every link of extract, by its place in UTF-16")
  func placedLinks() throws {
    let groups = try SharedData.json("conformance/twitter-text/extract.json", as: Extract.self).tests
    for item in groups.urls_with_indices + groups.urls_with_directional_markers {
      let scalars = item.text.scalarValues
      let found = LinkScanner(scalars, takesBareDomains: true).links().map { range in
        [range.lowerBound, range.upperBound].map { scalars.text(in: 0..<$0).utf16.count }
      }
      #expect(found == item.expected.map(\.indices), "\(item.description): \(item.text)")
    }
  }

  @Test("a fully qualified emoji weighs 2 on X and is one character on Bluesky")
  func emoji() throws {
    var count = 0
    for line in try SharedData.text("conformance/unicode/emoji-test.txt").split(separator: "\n") {
      let fields = line.split(separator: ";")
      guard fields.count == 2, fields[1].contains("fully-qualified "), !fields[1].contains("minimally") else {
        continue
      }
      var emoji = String.UnicodeScalarView()
      for code in fields[0].split(separator: " ") {
        emoji.append(try #require(UInt32(code, radix: 16).flatMap(Unicode.Scalar.init)))
      }
      #expect(Channel.x.measure(String(emoji)).length == 2, "\(line)")
      #expect(Channel.bluesky.measure(String(emoji)).length == 1, "\(line)")
      count += 1
    }
    #expect(count == 3_655)
  }
}

extension [UInt32] {
  func text(in range: Range<Int>) -> String {
    String(String.UnicodeScalarView(self[range].compactMap(Unicode.Scalar.init)))
  }
}
