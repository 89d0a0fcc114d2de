/// What a post is made of; each kind has a template of its name in `Templates/posts/`.
package enum PostKind: String, Hashable, Sendable, CaseIterable {
  /// An entry of the news.
  case entry
  /// An entry that has its day in another year.
  case onThisDay = "on-this-day"
  /// A quote out of an entry of the news, in its own words.
  case quote
  /// The whole story of an entry in parts, where one post does not hold it.
  case thread

  /// The template, as in `posts/on-this-day`.
  var template: String { "posts/\(rawValue)" }
}
