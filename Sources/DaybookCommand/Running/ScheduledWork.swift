internal import Content
internal import Delivery
internal import FoundationEssentials
internal import Scheduler
internal import Timeline

/// The work on one occurrence of a schedule.
///
/// A process may die at any point of it, and then another does it once more: drafts that are there are left alone, and
/// a draft goes into the outbox once for each webhook, whatever its text has become meanwhile.
struct ScheduledWork {
  let workspace: Workspace
  let outbox: any Outbox
  let schedule: Schedule
  /// The due time, in seconds since 1970.
  let due: Int
  /// The drafts, where they were made ahead and still stand.
  var ahead: ScheduledDrafts.Made?
  /// Called as soon as something lies in the outbox: its sending need not wait for the end of the step.
  var onAcceptance: @Sendable () -> Void = {}

  /// What came of a step.
  struct Outcome {
    var drafts: [Desk.Result] = []
    var accepted: [Acceptance] = []
    /// Whether it has to be looked at again later.
    var isWaiting = false
    /// What should have been made and was not; the rest was.
    var failures: [String] = []
    /// What was done, or why there was nothing to do, as a sentence without a full stop.
    var note: String
  }

  func take(_ step: ScheduleStep) async throws -> Outcome {
    switch step {
    case .prepare: try prepare()
    case .remind: try await remind()
    case .run: schedule.approval == .required ? try await runApproved() : try await runAutomatically()
    }
  }

  private var drafts: ScheduledDrafts { ScheduledDrafts(workspace: workspace, schedule: schedule, due: due) }

  private func prepare() throws -> Outcome {
    let made = try drafts.make()
    return outcome(of: made, note: made.results.map(\.words))
  }

  private func runAutomatically() async throws -> Outcome {
    let webhooks = try targets()
    let made = try ahead ?? drafts.make()
    guard !webhooks.isEmpty else {
      return outcome(of: made, note: made.results.map(\.words))
    }
    let conflicts = made.results.filter { $0.change.action == .conflict }
    let fit = made.results.filter { $0.change.action != .conflict }
    let sent = try await accept(fit.map(\.file), for: webhooks, approving: true)
    let objections = conflicts.map { "\($0.file.path) is not sent: its new text conflicts with your edits" }
    return outcome(
      of: made, accepted: sent.acceptances, isWaiting: !conflicts.isEmpty || !sent.refusals.isEmpty,
      note: fit.map(\.words) + sent.words + sent.refusals + objections)
  }

  private func runApproved() async throws -> Outcome {
    let webhooks = try targets()
    let (files, made) = try drafts.existing()
    let open = webhooks.isEmpty ? [] : files.filter(\.isOpen)
    let sent = try await accept(
      webhooks.isEmpty ? [] : files.filter { !$0.isOpen }, for: webhooks, approving: false)
    let objections = open.map { "\($0.draft.id) is not approved (`daybook approve \($0.path)` does that)" }
    return outcome(
      of: made, accepted: sent.acceptances, isWaiting: !open.isEmpty || !sent.refusals.isEmpty,
      note: made.results.map(\.words) + sent.words + sent.refusals + objections)
  }

  /// What came of it; what failed is tried again later, and the rest stays done.
  private func outcome(
    of made: ScheduledDrafts.Made, accepted: [Acceptance] = [], isWaiting: Bool = false, note parts: [String]
  ) -> Outcome {
    let failed = made.failures.map { "not made: \($0)" }
    return Outcome(
      drafts: made.results, accepted: accepted, isWaiting: isWaiting || !failed.isEmpty, failures: made.failures,
      note: note(failed + parts + made.nothing))
  }

  /// The webhooks that get what is made.
  private func targets() throws -> [Webhook] {
    schedule.sendTo.isEmpty ? [] : try workspace.webhooks(named: schedule.sendTo)
  }

  private func note(_ parts: [String]) -> String {
    parts.isEmpty ? "nothing to do" : parts.joined(separator: "; ")
  }
}

// MARK: - Sending

extension ScheduledWork {
  private struct Accepted {
    var acceptances: [Acceptance] = []
    /// What became of each draft.
    var words: [String] = []
    /// Why a draft cannot go to a webhook.
    var refusals: [String] = []
  }

  /// Puts drafts in the outbox, each once for each webhook, and says of each what became of it.
  private func accept(_ files: [DraftFile], for webhooks: [Webhook], approving: Bool) async throws
    -> Accepted
  {
    guard !files.isEmpty, !webhooks.isEmpty else { return Accepted() }
    let mailroom = try Mailroom(workspace)
    let known = try await known(files, to: webhooks, approving: approving)
    let isKnown = { (id: String, webhook: Webhook) in known[webhook.name, default: []].contains(id) }
    let ready = approving ? files.map(\.approved) : files
    var words: [String] = []
    var parcels: [Parcel] = []
    var refusals: [Consignment.Refusal] = []
    for webhook in webhooks {
      let fresh = ready.filter { !isKnown($0.draft.id, webhook) }
      let consignment = try await mailroom.consignment(of: fresh, to: [webhook])
      parcels += consignment.parcels
      refusals += consignment.refusals
      let ids = fresh.map(\.draft.id).filter(consignment.drafts.contains)
      if !ids.isEmpty { words.append("\(ids.joined(separator: ", ")) accepted for \(webhook.name)") }
    }
    words += files.map(\.draft.id).filter { id in webhooks.allSatisfy { isKnown(id, $0) } }
      .map { "\($0) was accepted before" }
    // Before they are accepted: whoever delivers one may mark it as sent before this process comes to its next line.
    try mark(ready, in: Set(parcels.flatMap { $0.texts.map(\.draft) }), as: .scheduled, besides: files)
    let accepted = try await outbox.accept(parcels, now: Date())
    onAcceptance()
    let refused = Set(refusals.flatMap(\.drafts)).subtracting(accepted.flatMap { $0.record.texts.map(\.draft) })
    // Without the approval that nobody gave, so that it is made anew when the timeline is corrected.
    try mark(files, in: refused, as: .failed, besides: files)
    return Accepted(acceptances: accepted, words: words, refusals: refusals.map(\.message))
  }

  /// Writes a status into drafts of these ids, where their files do not say so yet.
  private func mark(
    _ drafts: [DraftFile], in ids: Set<String>, as status: Draft.Status, besides files: [DraftFile]
  ) throws {
    for (var file, old) in zip(drafts, files) where ids.contains(file.draft.id) {
      file.draft.status = status
      if file.draft != old.draft { try workspace.save(file) }
    }
  }

  /// The ids of the drafts that each webhook has had, in whatever text; what was cancelled, and approved by a person
  /// again, it has not.
  private func known(
    _ files: [DraftFile], to webhooks: [Webhook], approving: Bool
  ) async throws -> [String: Set<String>] {
    let rows = try await workspace.rows(about: Set(files.map(\.draft.id)), in: outbox)
      .filter { approving || $0.state != .cancelled }
    return Dictionary(grouping: rows, by: \.webhook).mapValues { Set($0.flatMap(\.texts).map(\.draft)) }
  }

  /// Tells the reminder's webhook which drafts wait for approval, once.
  private func remind() async throws -> Outcome {
    guard let reminder = schedule.reminder else { return Outcome(note: "nobody is to be reminded") }
    let open = try drafts.found().filter(\.isOpen)
    guard !open.isEmpty else { return Outcome(note: "every draft is approved; nobody is reminded") }
    let webhooks = try workspace.webhooks(named: [reminder.webhook])
    var consignment = Consignment()
    for webhook in webhooks { try Mailroom(workspace).add(reminderMessage(of: open), for: webhook, to: &consignment) }
    guard consignment.refusals.isEmpty else {
      throw CommandFailure(.badData, messages: consignment.refusals.map(\.message))
    }
    let accepted = try await outbox.accept(consignment.parcels, now: Date())
    onAcceptance()
    let isNew = accepted.contains(where: \.isNew)
    return Outcome(
      accepted: accepted,
      note: isNew
        ? "\(reminder.webhook) is reminded of \(open.map(\.draft.id).joined(separator: ", "))"
        : "the reminder was sent before")
  }

  /// The hash is that of the occurrence, so that it is one reminder whatever is approved between two tries.
  private func reminderMessage(of open: [DraftFile]) -> OutgoingMessage {
    let time = schedule.zone.timestamp(at: due)
    let id = "\(schedule.name)-\(time)-reminder"
    let list = open.map { "- \($0.draft.subject.map { "\"\($0)\": " } ?? "")\($0.path)" }.joined(separator: "\n")
    let text = """
      \(open.count == 1 ? "A draft waits" : "\(open.count) drafts wait") for approval. \
      The schedule "\(schedule.name)" sends at \(time) what is approved by then.

      \(list)

      `daybook approve FILE` approves one.
      """
    return OutgoingMessage(
      draft: id, kind: .notice, channel: "",
      subject: "\(open.count == 1 ? "A draft waits" : "\(open.count) drafts wait") for approval", text: text,
      entries: open.flatMap(\.draft.entries), period: drafts.day.description, textHash: TextHash(of: id).description,
      publication: workspace.publication)
  }
}

extension DraftFile {
  /// The same draft, approved as it is.
  fileprivate var approved: DraftFile {
    var file = self
    if !file.draft.isApproved { file.draft.approve() }
    return file
  }

  /// Whether it waits for a person's approval.
  fileprivate var isOpen: Bool {
    !draft.isApproved && draft.status != .sent && draft.status != .scheduled
  }
}
