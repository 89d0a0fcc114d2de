package import Scheduler
package import Timeline

/// What a post is about: an entry of the news, or a pick.
package enum PostSubject: Hashable, Sendable {
  case entry(Entry)
  case pick(Pick)

  package var entry: Entry {
    switch self {
    case .entry(let entry): entry
    case .pick(let pick): pick.entry
    }
  }

  /// The day that names the post and its folder: the first day of a news entry, the day of a pick.
  package var day: CivilDay? {
    switch self {
    case .entry(let entry): entry.date.firstDay
    case .pick(let pick): pick.occursOn
    }
  }

  /// The template of its kind.
  var template: String {
    switch self {
    case .entry: "posts/entry"
    case .pick: "posts/on-this-day"
    }
  }
}
