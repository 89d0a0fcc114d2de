internal import ArgumentParser
internal import Content
internal import Delivery
internal import FoundationEssentials

/// `daybook send`: approved drafts go into the outbox and out.
struct SendCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "send",
    abstract: "Put approved drafts in the outbox and deliver what is due there.",
    discussion: """
      Without drafts, all that are approved and not sent yet are taken. A draft is accepted once it is on disk; what \
      was accepted is delivered, now or by a later run, and a draft that was sent already is not sent twice.

      EXIT CODES
        0   everything was delivered
        1   something was refused, or some of the named drafts are not approved
        65  none of the named drafts is approved or fit for any of the webhooks
        75  something is still waiting for its next attempt

      Older deliveries that are due are tried as well; where drafts are named, the code speaks of these alone.

      EXAMPLES
        daybook send
        daybook send Drafts/2024-W37/newsletter.md --to desk
        daybook send --enqueue              into the outbox only, for a daemon to deliver
      """)

  @OptionGroup var options: PublicationOptions
  @OptionGroup var change: ChangeOptions
  @Argument(help: ArgumentHelp("Draft files or ids; otherwise all that are approved.", valueName: "draft"))
  var drafts: [String] = []
  @Option(help: ArgumentHelp("A webhook; may be given several times.", valueName: "webhook"))
  var to: [String] = []
  @Flag(help: "Only put the drafts in the outbox: a later run, or another process, delivers them.")
  var enqueue = false

  func run() async throws {
    let workspace = try Workspace(options)
    let (approved, refused) = try await chosen(in: workspace)
    for file in refused { Console.message("\(file.path): not sent: \(Self.objection(to: file.draft))") }
    if approved.isEmpty, !refused.isEmpty { throw CommandFailure(.badData, messages: []) }
    let doubts = workspace.doubts(about: approved)
    for warning in doubts.refusals.values.flatMap(\.self).sorted() + doubts.warnings { Console.message(warning) }
    // Among several webhooks, what is on its way already stays with its own, so that `deliveries retry` asks for none.
    let needsTarget =
      !drafts.isEmpty || workspace.settings.webhooks.count < 2 || approved.contains { $0.draft.status == .approved }
    let targets = try workspace.targets(named: to, areNeeded: needsTarget && !approved.isEmpty)
    let mailroom = try Mailroom(workspace)
    let consignment = try await mailroom.consignment(of: approved, to: targets)
    let refusals = consignment.refusals.map(\.message)
    if consignment.drafts.isEmpty, !refusals.isEmpty { throw CommandFailure(.badData, messages: refusals) }
    guard !change.dryRun else {
      try show(consignment.parcels)
      if !refusals.isEmpty || !refused.isEmpty { throw CommandFailure(.failed, messages: refusals) }
      return
    }
    let rows = try await enqueue ? mailroom.enqueue(consignment) : mailroom.send(consignment)
    try show(rows)
    let stuck = enqueue || !drafts.isEmpty ? [] : try await stuck(in: workspace)
    try finish(rows, of: consignment, refusals: refusals + stuck, isEverythingApproved: refused.isEmpty)
  }

  private func stuck(in workspace: Workspace) async throws -> [String] {
    try workspace.hasState() ? await workspace.stuck(in: workspace.outbox()) : []
  }

  private func chosen(in workspace: Workspace) async throws -> (approved: [DraftFile], refused: [DraftFile]) {
    guard !drafts.isEmpty else {
      let unsent = try workspace.drafts().filter { $0.draft.approved != nil && $0.draft.status != .sent }
      for file in unsent where !file.draft.isApproved {
        Console.message("\(file.path): not sent: \(Self.objection(to: file.draft))")
      }
      return (unsent.filter(\.draft.isApproved), [])
    }
    let files = try drafts.map(workspace.draft(named:))
    let unrecorded = try await sentWithoutRecord(files, in: workspace)
    let isFit = { (file: DraftFile) in file.draft.isApproved && !unrecorded.contains(file.draft.id) }
    return (files.filter(isFit), files.filter { !isFit($0) })
  }

  /// Drafts that were sent, though the outbox knows nothing of this text: without a webhook's name nobody can tell where
  /// it is missing.
  private func sentWithoutRecord(_ files: [DraftFile], in workspace: Workspace) async throws -> Set<String> {
    let sent = files.map(\.draft).filter { to.isEmpty && $0.status == .sent }
    guard !sent.isEmpty else { return [] }
    guard try workspace.hasState() else { return Set(sent.map(\.id)) }
    let rows = try await workspace.rows(about: Set(sent.map(\.id)), in: workspace.outbox())
    return Set(sent.filter { draft in !rows.contains { $0.texts.contains(draft.deliveryText) } }.map(\.id))
  }

  private static func objection(to draft: Draft) -> String {
    if draft.status == .sent {
      return draft.isApproved
        ? "it was sent already; `--to WEBHOOK` sends it once more"
        : "it was edited after it was sent. `daybook approve` takes the edit into the feed and the archive, and then "
          + "`daybook send DRAFT --to WEBHOOK` sends it once more"
    }
    if draft.status == .scheduled {
      return "it was edited after it was accepted, and the older text is on its way: `daybook deliveries cancel` stops "
        + "it, `daybook approve` and `daybook send` send the edited one as well"
    }
    return draft.approved == nil
      ? "it is not approved (`daybook approve` does that)" : "it was edited after it was approved; approve it again"
  }

  private func show(_ parcels: [Parcel]) throws {
    if change.json {
      let rows = parcels.map { DeliveryRow(draft: $0.draft, webhook: $0.webhook) }
      try Console.print(json: DeliveryRows(deliveries: rows))
    } else {
      Console.print(parcels.map { "would send  \($0.draft) → \($0.webhook)" }.joined(separator: "\n"))
    }
  }

  private func show(_ rows: [DeliveryRecord]) throws {
    if change.json {
      try Console.print(json: DeliveryRows(deliveries: rows.map(DeliveryRow.init)))
    } else {
      Console.print(
        rows.isEmpty
          ? "Nothing to send: no draft is approved and unsent."
          : rows.map { DeliveryRow($0).line }.joined(separator: "\n"))
    }
  }

  /// The exit code, with a message for every delivery that did not arrive.
  private func finish(
    _ rows: [DeliveryRecord], of consignment: Consignment, refusals: [String], isEverythingApproved: Bool
  ) throws {
    let dead = rows.filter { $0.state == .dead }
    let waiting = enqueue ? [] : rows.filter { $0.state == .pending || $0.state == .sending }
    let messages = (dead + waiting).map { row in
      let reason = row.lastError ?? "it waits for its turn"
      let outlook =
        row.state == .dead ? "given up; `daybook deliveries retry \(row.id)` sends it again" : "it is tried again"
      return "\(row.draft) → \(row.webhook): \(reason); \(outlook)"
    }
    // Whether an older delivery happens to be due must not decide over what was asked for.
    let isAsked = { (row: DeliveryRecord) in drafts.isEmpty || consignment.covers(row) }
    if dead.contains(where: isAsked) || !refusals.isEmpty || !isEverythingApproved {
      throw CommandFailure(.failed, messages: refusals + messages)
    }
    if waiting.contains(where: isAsked) { throw CommandFailure(.tryLater, messages: messages) }
    messages.forEach(Console.message)
  }
}
