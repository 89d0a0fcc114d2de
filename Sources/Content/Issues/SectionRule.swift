/// One section as the settings want it: `news`, or `news: 10` for at most ten entries.
package struct SectionRule: Hashable, Sendable {
  package var section: IssueSection
  /// The most entries; nil for all that there are.
  package var most: Int?

  package init(_ section: IssueSection, most: Int? = nil) {
    self.section = section
    self.most = most
  }

  /// All sections in their usual order, without a limit.
  package static let usual = IssueSection.allCases.map { SectionRule($0) }
}

extension [SectionRule] {
  /// The most entries of a section: none where it is not among them, nil where there is no limit.
  func most(in section: IssueSection) -> Int? {
    first { $0.section == section }.map(\.most) ?? 0
  }
}
