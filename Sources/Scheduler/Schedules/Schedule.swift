/// What is made again and again, when, and what becomes of it: one of the settings' `schedules`.
package struct Schedule: Hashable, Sendable {
  /// What is made.
  package enum Product: String, Hashable, Sendable, CaseIterable {
    case newsletter, posts
  }

  /// Who approves what was made.
  package enum Approval: String, Hashable, Sendable, CaseIterable {
    /// Daybook, at once.
    case automatic
    /// A person; nothing else is sent.
    case required
  }

  /// Names the schedule in the ledger: a new name is a new schedule.
  package var name: String
  package var recurrence: Recurrence
  /// Whose clocks count; the publication's unless the schedule has its own.
  package var zone: Zone
  package var limits: DayLimits
  package var catchUp: CatchUp
  package var product: Product
  /// The channels of posts; empty for all that the settings name.
  package var channels: [String]
  /// The names of the webhooks that get what was made; empty to keep it as drafts.
  package var sendTo: [String]
  package var approval: Approval
  /// With `approval: required`, how long before the due time the drafts are made, in seconds.
  package var preparation: Int
  /// With `approval: required`, who is reminded while drafts still wait for approval.
  package var reminder: Reminder?

  /// A day: time enough for a person to read, edit and approve.
  package static let usualPreparation = 86_400

  package init(
    name: String, recurrence: Recurrence, zone: Zone, limits: DayLimits = DayLimits(), catchUp: CatchUp = .once,
    product: Product = .newsletter, channels: [String] = [], sendTo: [String] = [], approval: Approval = .automatic,
    preparation: Int = usualPreparation, reminder: Reminder? = nil
  ) {
    self.name = name
    self.recurrence = recurrence
    self.zone = zone
    self.limits = limits
    self.catchUp = catchUp
    self.product = product
    self.channels = channels
    self.sendTo = sendTo
    self.approval = approval
    self.preparation = preparation
    self.reminder = reminder
  }
}

/// A delivery that says that drafts wait for approval.
package struct Reminder: Hashable, Sendable {
  /// The name of the webhook that gets it.
  package var webhook: String
  /// How long before the due time, in seconds.
  package var lead: Int

  package init(webhook: String, lead: Int) {
    self.webhook = webhook
    self.lead = lead
  }
}
