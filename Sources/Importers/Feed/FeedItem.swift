import Timeline

/// An item of a feed, whatever its format.
struct FeedItem: Hashable {
  /// Words of a feed: plain, HTML in text, or elements.
  enum Content: Hashable {
    case plain(String)
    case html(String)
    case elements(MarkupElement)
  }

  var id = ""
  var title = ""
  /// The dates as they stand, the best first.
  var dates: [String] = []
  var content: Content?
  /// What stands beside the content: an excerpt of it, or words of their own.
  var summary: Content?
  var link = ""
  /// Files and pages besides, with the words for them.
  var links: [Link] = []
  var pictures: [Picture] = []
  var tags: [String] = []
  /// Where relative addresses begin.
  var base: String?
  var line = 1
}

/// What a feed says of itself, and its items.
struct Feed: Hashable {
  var title = ""
  var about: FeedItem.Content?
  var author = ""
  var link = ""
  var items: [FeedItem] = []
  var findings: [Finding] = []
}
