/// An item among an entry's fields, a key of the front matter, a name in a `daybook:ignore`, or an id, that is none.
package enum UnknownField: TimelineRule {
  package static let name = "unknown-field"
  package static let severity = Finding.Severity.warning
  package static let explanation = """
    The last list of an entry holds its fields when every item is a known key with a value: tags, people, weight, observed,
    post, or post. and a channel. One item that is not makes the whole list text, which readers would see. The same goes
    for an id with a space in it, and a name in a daybook:ignore that no rule has silences nothing.
    """
  package static let example = """
    ## 2024-08-04 — Heats

    - tags: worlds
    - wieght: 3
    """

  /// Ids that cannot be; the reader reports the others.
  package static func check(_ checked: CheckedDocument, context: RuleContext) -> [RuleFinding] {
    checked.document.entries.compactMap { entry in
      guard let written = entry.malformedID else { return nil }
      let id = EntryID.slug(written)
      return RuleFinding(
        entry.position,
        "\(written) is no id, for an id is one word, and readers see it in the title; "
          + (id.isEmpty ? "remove it." : "write {#\(id)}."))
    }
  }

  static func message(for item: EntryFields.Item) -> String {
    if item.value.isEmpty {
      return "The field \"\(item.key)\" is empty, so this list counts as text; give it a value, or remove it."
    }
    if item.key == "weight" {
      return
        "\"weight: \(item.value)\" is not one whole number, so this list counts as text; write it as weight: 2, once."
    }
    if item.key == "observed" {
      return
        "\"observed: \(item.value)\" is no weekday of a month, so this list counts as text; "
        + "write it as observed: first Monday of May, once."
    }
    let guess = NearestWord.find(item.key, among: EntryFields.keys).map { "did you mean \"\($0)\"?" }
    return
      "\"\(item.key)\" is no field, so this list counts as text; "
      + (guess ?? "the fields are \(EntryFields.keys.prefix(5).joined(separator: ", ")) and post. with a channel.")
  }
}

extension Entry {
  /// What stands at the end of the heading as an id does and is none.
  var malformedID: String? {
    isIDWritten ? nil : title.flatMap { EntryHeading.malformedID(in: $0) }
  }
}
