/// A piece of a Bluesky post that means something: the network takes nothing from the text itself.
///
/// The offsets count UTF-8 bytes, the end is exclusive (lexicon `app.bsky.richtext.facet`).
package struct BlueskyFacet: Hashable, Sendable {
  package enum Feature: Hashable, Sendable {
    /// A mention by handle, without `@`; whoever publishes looks its DID up.
    case mention(handle: String)
    /// A link with its whole address, also where the text shows a shorter one.
    case link(uri: String)
    /// A tag without its `#`; a cashtag keeps its `$` and is in capitals.
    case tag(String)
  }

  package var byteStart: Int
  package var byteEnd: Int
  package var feature: Feature

  /// The facets of a text, in its order, as the network's own app finds them.
  ///
  /// Source: `packages/api/src/rich-text/detection.ts` of github.com/bluesky-social/atproto. The app knows younger
  /// top-level domains than ``TopLevelDomains``.
  package static func all(in text: String) -> [BlueskyFacet] {
    BlueskyFacetScanner(text).facets()
  }
}
