package import Timeline

extension ImportRule {
  /// The rules that only importers have.
  package static let descriptions: [RuleDescription] = allCases.compactMap(\.own)

  /// What is told of a rule that only importers have; nil for a rule of timelines.
  package var own: RuleDescription? {
    switch self {
    case .signOff:
      description(
        .note,
        """
        What stands behind the last entry of an article, such as a note about its author or an invitation to subscribe,
        is no part of the timeline and is left out. Look whether an entry's text went with it.
        """,
        example: "Keep up with all things track and field by following us on Instagram.")
    case .photoCredit:
      description(
        .note,
        """
        A plain text credits a photo that it cannot hold. The credit is kept as a private note, so that it is at hand when
        the picture is added to the entry.
        """,
        example: "Photo: A. Name / @handle")
    case .leftOut:
      description(
        .note,
        """
        A part of the source has no place in a timeline and was left out: an era, a to-do, a cancelled event, an embedded
        attachment, a column of a table that no field is named for, a page's table of contents, its readers' comments.
        Words in a column for pictures or links are kept as a private note.
        """,
        example: "BEGIN:VTODO")
    case .datedParagraph:
      description(
        .warning,
        """
        A paragraph of an article begins with a date and stands below another date's heading, so that it may be a part of
        that entry or one of its own. It was kept in the entry. Where it is an entry, write a heading with its date above
        it in the timeline. The same goes for a line alone that looks like a date and cannot be read as one.
        """,
        example: "On 3 June 2005 he said that the tower would open again.")
    case .recurrence:
      description(
        .note,
        """
        An event of a calendar repeats. It is imported once, at its first date: a timeline remembers what happened on a day
        of every year by itself, and without an end. A weekday of a month, as the first Monday of May, becomes the entry's
        observed day.
        """,
        example: "RRULE:FREQ=WEEKLY;BYDAY=MO")
    case .rowInvalid:
      description(
        .error,
        """
        A row, an event or an item does not have the form that its source needs, so nothing of it could be imported. The
        others are not touched. Correct it in the source and import again: only what is new is added.
        """,
        example: "1954,\"The first mile under four minutes")
    case .rowWide:
      description(
        .warning,
        """
        A row of a table has more fields than the first row has names; the last fields were left out. Most often a text with
        a comma lacks its quotation marks, so that the fields behind it are shifted: put them around it and import again.
        """,
        example: "Date,Title\n1954-05-06,Bannister, at last")
    case .sourceBroken:
      description(
        .warning,
        """
        The source is not well formed at this place. What could be read was imported; compare the entries near it with the
        source.
        """,
        example: "<item><title>Unclosed</item>")
    case .sourceCut:
      description(
        .warning,
        """
        The source is nested too deeply, or is too large, to be read to its end at this place; what lies deeper was left
        out. No page that people write looks like that.
        """,
        example: "<div><div><div> (some hundred times)")
    default: nil
    }
  }

  private func description(
    _ severity: Finding.Severity, _ explanation: String, example: String
  ) -> RuleDescription {
    RuleDescription(rawValue, severity, explanation, example: example)
  }
}
