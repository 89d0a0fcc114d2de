internal import Content
internal import Timeline

/// The files of a new publication.
enum StarterFiles {
  /// Path and text of each file, in the order in which they are shown.
  static func files(named name: String, today: CivilDay) -> [(path: String, text: String)] {
    [
      ("daybook.yaml", settings(named: name)), ("Timelines/\(timelineName).md", timeline(today: today)),
      (".gitignore", ".daybook/\n"),
    ] + TemplateSet.builtIn.map { ("Templates/\($0.key)", $0.value) }.sorted { $0.0 < $1.0 }
  }

  private static let timelineName = "timeline"

  private static func settings(named name: String) -> String {
    """
    # The settings of this publication. A key that Daybook does not know is an error, with the nearest one that it does.

    name: \(quoted(name))
    # link: https://example.org
    # links:                        # more links for the sign-off
    #   Archive: https://example.org/archive
    timeZone: UTC                   # an IANA name such as Europe/Oslo; every "today" is meant in this zone
    language: en

    channels:                       # posts are made for these
      x: {}
      bluesky: {}
      mastodon: {}

    newsletter:
      sections:                     # in this order; a number is the most entries, the weightiest of them
        - standfirst
        - news: 10
        - on-this-day
        - this-month: 3             # what names this month and no day; in the first issue of a month
        - quote
        - coming-up: 8
        - sign-off
      # sender: Desk <desk@example.org>                 # From of the e-mail
      # unsubscribe: https://example.org/unsubscribe    # List-Unsubscribe of the e-mail

    onThisDay:
      leapDay: feb28                # 29 February in other years: feb28, mar1 or leap-years
      ranges: start                 # the day of a range that is remembered: start, end or any
      maxPerDay: 3
      cooldownDays: 300             # how long an entry stays away from a channel that had it

    # Where drafts are sent. This one is on your own machine: `daybook inbox` shows what arrives there.
    # Other webhooks need https and a public address, unless `network:` says private or loopback.
    webhooks:
      desk:
        url: http://127.0.0.1:8787/hooks/desk
        format: standard
        # secret: {env: DAYBOOK_DESK_SECRET}    # whsec_…; with it, every message is signed
        network: loopback

    # What is made when: `daybook schedule` shows it, `daybook run` and `daybook tick` do it.
    # schedules:
    #   weekly:
    #     at: every monday at 07:00   # or cron: "0 7 * * 1"
    #     make: newsletter            # or posts
    #     sendTo: [desk]
    #     approval: required          # or automatic: what is made is sent at once

    """
  }

  /// Its entry is of yesterday: that is news for the issue of today, so that the first `daybook draft` makes one.
  private static func timeline(today: CivilDay) -> String {
    """
    ---
    title: Our timeline
    ---

    What this timeline is about, in a sentence or two.

    ## \(today.adding(days: -1)) — This timeline begins {#timeline-begins}

    Write one entry for each thing that happened: a date, a title, what it was. Then run `daybook check`.

    <!-- A note like this one is for you alone; it is never published. -->

    - tags: start
    - weight: 1

    """
  }

  /// A YAML double-quoted scalar.
  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
