internal import Content
internal import Timeline

extension RuleCatalog {
  /// The rules for drafts, which hold what a person edited against the timeline and against what mail programs show.
  static let draftRules = [
    RuleDescription(
      "draft-form", .error,
      """
      The front matter of a draft lacks what Daybook wrote into it, or is no YAML, so that nobody can tell what the draft
      is. Restore it, or delete the file and draft again.
      """, example: "---\nkind: newsleter\n---"),
    RuleDescription(
      "quote-drift", .error,
      """
      A quote in a draft has other words than the timeline, or another speaker. Whoever is quoted did not say that; put
      the words back, or correct the timeline where it is wrong. A quotation in running text may be a part of a quote;
      one with its speaker below must be the whole.
      """, example: "> I want gold, not a time.\n> — A. Runner"),
    RuleDescription(
      "number-unsourced", .warning,
      "A draft has a number or a day that none of its entries has. Correct it, or add it to the timeline.",
      example: "Kerr won in 3:29.83."),
    RuleDescription(
      "name-unsourced", .warning,
      "A draft has a name that none of its entries has. Check it, or add it to the timeline.",
      example: "Josh Kerr beat Jacob Ingebrigtsen."),
    RuleDescription(
      "link-unsourced", .warning,
      """
      A draft links to what none of its entries links to. Check where it leads, or add it to the timeline. Parameters
      that the channel adds, and `utm_…`, are no part of a link.
      """,
      example: "[Watch](https://example.org/another)"),
    RuleDescription(
      "entry-unknown", .warning,
      """
      A draft tells of an entry that no timeline has any more, so that nothing it says about it can be traced. Perhaps the
      entry's id was changed: put the old one back.
      """, example: "entries: [an-id-that-is-gone]"),
    RuleDescription(
      DraftCheck.emptyRule, .error,
      """
      A draft has no text for readers, or an issue no subject. `approve` refuses it. Write what is missing, or delete the
      file.
      """, example: "subject:"),
    RuleDescription(
      PostCheck.rule, .error,
      """
      A post, or a part of a thread, has more than its channel takes, counted by the channel's own rule with the limits of
      the settings: characters, links, hashtags or mentions. The network would refuse it, so `approve` does too. Shorten
      it, or part it with `---` on a line of its own where the channel has threads.
      """, example: "a post for X of 300 weighted characters"),
    RuleDescription(
      "lead-stale", .warning,
      """
      The subject, the preheader or the standfirst of an issue speaks of an entry that the issue does not tell of any
      more. Say there what it does tell of.
      """, example: "subject: Kerr takes the world title"),
    RuleDescription(
      "newsletter-size", .warning,
      "The HTML of an issue is so long that Gmail would cut it. Shorten it, or set fewer entries a section.",
      example: "an issue of more than 100 kB"),
    RuleDescription(
      "picture-alt", .warning,
      """
      A picture of an issue has no words for those who do not see it, which is many in mail programs. Write them between
      its square brackets.
      """, example: "![](../../Timelines/images/kerr.jpg)"),
    RuleDescription(
      "picture-file", .warning,
      "There is no file at the path of a picture, seen from the draft. Correct the path.",
      example: "![Kerr](images/ker.jpg)"),
    RuleDescription(
      "link-text", .warning,
      "A link has no words, so that nobody can follow it. Write some between its square brackets.",
      example: "[](https://example.org)"),
  ]
}
