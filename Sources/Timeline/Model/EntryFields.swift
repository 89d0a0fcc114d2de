/// The fields at the end of an entry: the `key: value` items of its last bullet list.
package struct EntryFields: Hashable, Sendable {
  package var tags: [String] = []
  package var people: [String] = []
  /// How much the entry matters among others of its day; 1 unless the author says otherwise.
  package var weight: Int?
  /// The day of every year on which the entry is remembered, where that is not its date: the first Monday of May.
  package var observed: NthWeekday?
  /// Hand-written texts for social posts, used in turn.
  package var posts: [String] = []
  /// Hand-written texts for one channel alone, by the channel's name.
  package var channelPosts: [String: [String]] = [:]

  package init() {}
}
