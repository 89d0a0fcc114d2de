internal import Content

/// What `newsletter:` says in the settings.
struct NewsletterSettings {
  /// The sections in order, with the most entries of each.
  var sections = SectionRule.usual
  /// The sender of the e-mail, as in `The Bell Lap <desk@example.org>`.
  var sender: String?
  /// Where readers unsubscribe: an https or mailto address.
  var unsubscribe: String?
  /// The page on the web that shows all issues, as `daybook export archive` makes it.
  var archive: String?
  /// The address on the web of the folder that holds the timelines, for pictures beside them; ends in a slash.
  var pictures: String?
}
