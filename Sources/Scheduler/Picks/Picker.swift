package import Timeline

/// Chooses "on this day" items: a pure function from entries, days, rules and history to picks.
package struct Picker: Sendable {
  /// What goes before what in a day, in a sentence for the editor: nothing is left to chance.
  package static let order = """
    In a day, milestones come first, then the greater weight, then whose people and tags have not come up yet, then the \
    older entry, then the id in alphabetical order.
    """

  private let index: AnniversaryIndex
  private let rules: OnThisDayRules

  package init(_ entries: [Entry], rules: OnThisDayRules) {
    self.init(AnniversaryIndex(entries), rules: rules)
  }

  /// Picks from an index; what comes from its cached part has no text (``Entry/blocks``), only what names it.
  package init(_ index: AnniversaryIndex, rules: OnThisDayRules) {
    self.index = index
    self.rules = rules
  }

  /// The picks for the days of `request`, in the order of the days.
  package func select(_ request: PickRequest, history: PickHistory) -> PickSelection {
    let rules = rules.rules(on: request.channel)
    var selector = Selector(index: index, rules: rules, request: request, history: history)
    for offset in 0..<max(0, request.days) {
      let day = request.firstDay.adding(days: offset)
      selector.select(from: index.occasions(on: day, rules: rules), on: day, most: rules.maxPerDay, name: "day")
    }
    return selector.selection
  }

  /// The picks for the month of the request's first day: entries of that month in other years that name no day.
  ///
  /// They occur on the request's first day.
  package func selectMonth(_ request: PickRequest, history: PickHistory) -> PickSelection {
    let rules = rules.rules(on: request.channel)
    var selector = Selector(index: index, rules: rules, request: request, history: history)
    selector.select(
      from: index.occasions(inMonthOf: request.firstDay, rules: rules), on: request.firstDay, most: rules.maxPerMonth,
      name: "month")
    return selector.selection
  }
}
