/// All the rules for timelines.
package enum TimelineRules {
  /// In the order in which they are listed to people.
  package static let all: [any TimelineRule.Type] = [
    NoEntries.self, FrontMatterForm.self, UnclosedBlock.self, BlockTooLong.self, UndatedHeading.self,
    EntryOrder.self, InvalidDate.self, AmbiguousDate.self, WeekdayMismatch.self, ReversedRange.self, FutureDate.self,
    DuplicateID.self, MissingID.self, DuplicateEntry.self, EmptyEntry.self, UnknownField.self,
    MissingAlt.self, MissingCredit.self, MissingImage.self,
    QuoteWithoutSpeaker.self, SpeakerInferred.self, QuoteUnclosed.self, QuoteDoubled.self, QuoteGlued.self,
    QuoteStyleMixed.self, NameVariant.self, PersonUnknown.self, MarkFormat.self,
    LinkMissing.self, LinkEmpty.self, LinkUndefined.self, LinkScheme.self, LinkDuplicate.self,
  ]

  /// The names of all rules.
  package static var names: [String] {
    all.map { $0.name }
  }

  private static let byName: [String: any TimelineRule.Type] = Dictionary(
    all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// The rule of that name, for `check --explain` and the settings.
  package static func named(_ name: String) -> (any TimelineRule.Type)? {
    byName[name]
  }
}

extension TimelineSettings {
  /// What a rule's findings count as; nil where the settings switch it off.
  package func severity(of rule: String) -> Finding.Severity? {
    if let changed = severities[rule] { return changed }
    return TimelineRules.named(rule)?.severity ?? .error
  }
}
