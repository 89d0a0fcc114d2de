import TestSupport
import Testing

@testable import Content

@Suite(.enabled(if: SharedData.isThere, Comment(rawValue: SharedData.leftOut)))
struct BlueskyFacetTests {
  struct Detection: Decodable {
    struct Case: Decodable {
      var text: String
      var facets: [Facet]
    }
    struct Facet: Decodable {
      var byteStart: Int
      var byteEnd: Int
      var type: String
      var handle: String?
      var uri: String?
      var tag: String?
    }
    var mentions_and_links: [Case]
    var hashtags: [Case]
    var cashtags: [Case]
  }

  @Test("every case of the app's own detector")
  func detection() throws {
    let detection = try SharedData.json("conformance/bluesky/facet-detection.json", as: Detection.self)
    let cases = detection.mentions_and_links + detection.hashtags + detection.cashtags
    #expect(cases.count == 97)
    for item in cases {
      let expected = item.facets.map { facet in
        BlueskyFacet(
          byteStart: facet.byteStart, byteEnd: facet.byteEnd,
          feature: facet.handle.map { .mention(handle: $0) } ?? facet.uri.map { .link(uri: $0) }
            ?? .tag(facet.tag ?? ""))
      }
      #expect(BlueskyFacet.all(in: item.text) == expected, "\(item.text)")
    }
  }

  @Test("offsets are bytes of the text, whatever stands before")
  func offsets() throws {
    let text = "🏃🏽‍♀️ é @a.test (https://example.org/ü) #tåg."
    let bytes = Array(text.utf8)
    let shown = BlueskyFacet.all(in: text).map { String(decoding: bytes[$0.byteStart..<$0.byteEnd], as: UTF8.self) }
    #expect(shown == ["@a.test", "https://example.org/ü", "#tåg"])
  }

  struct Segments: Decodable {
    struct Case: Decodable {
      var name: String
      var text: String
      var facets: [[Int]]
      var segments: [Segment]?
    }
    struct Segment: Decodable {
      var text: String
      var hasFacet: Bool
      init(from decoder: any Decoder) throws {
        var values = try decoder.unkeyedContainer()
        text = try values.decode(String.self)
        hasFacet = try values.decode(Bool.self)
      }
    }
    var cases: [Case]
  }

  @Test("every case of cutting a text by its facets")
  func segments() throws {
    let cases = try SharedData.json("conformance/bluesky/segments.json", as: Segments.self).cases
    #expect(cases.count == 11)
    for item in cases {
      let facets = item.facets.map {
        BlueskyFacet(byteStart: $0[0], byteEnd: $0[1], feature: .tag("t"))
      }
      let segments = BlueskyFacet.segments(of: item.text, by: facets)
      #expect(segments.map(\.text).joined() == item.text, "\(item.name)")
      if let expected = item.segments {
        #expect(segments.map(\.text) == expected.map(\.text), "\(item.name)")
        #expect(segments.map { $0.facet != nil } == expected.map(\.hasFacet), "\(item.name)")
      }
    }
  }
}
