package import Scheduler
internal import Timeline

/// The feed of a publication's issues, the newest first.
package struct IssueFeed: Sendable {
  package enum Format: String, Hashable, Sendable, CaseIterable {
    /// RFC 4287.
    case atom
    /// RSS 2.0, as the RSS Advisory Board has it.
    case rss
    /// JSON Feed 1.1 (jsonfeed.org).
    case json
  }

  let publication: Publication
  let issues: [PublishedIssue]
  private let zone: Zone

  /// - Parameters:
  ///   - publication: what the feed says of itself.
  ///   - zone: an issue appears at midnight of its first day there.
  ///   - issues: the issues, in any order.
  package init(publication: Publication, zone: Zone, issues: [PublishedIssue]) {
    self.publication = publication
    self.zone = zone
    self.issues = issues.newestFirst
  }

  /// The whole feed.
  package func text(as format: Format) -> String {
    switch format {
    case .atom: atom
    case .rss: rss
    case .json: json
    }
  }

  /// When an issue appeared, in RFC 3339.
  func timestamp(of issue: PublishedIssue) -> String {
    zone.timestamp(at: zone.instant(of: issue.day, second: 0))
  }

  /// A name for ever that needs no address (RFC 4151), so that moving the website makes no issue a new one.
  func name(of issue: PublishedIssue) -> String {
    "tag:\(publication.host),\(issue.day):\(issue.id)"
  }

  /// The page that the feed belongs to.
  var home: String? { publication.archive ?? publication.link }
}
