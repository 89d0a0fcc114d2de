internal import ArgumentParser
internal import Content
internal import Delivery

/// `daybook status`: drafts and deliveries at a glance.
struct StatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Show drafts and deliveries at a glance.",
    discussion: """
      EXAMPLES
        daybook status
        daybook status --open             without what was sent
        daybook status --json
      """)

  @OptionGroup var options: PublicationOptions
  @OptionGroup var output: OutputOptions
  @Flag(help: "Leave out the drafts that were sent.")
  var open = false

  func run() async throws {
    let workspace = try Workspace(options)
    let drafts = try workspace.drafts().filter { !open || $0.draft.status != .sent || !$0.draft.isApproved }
    let deliveries = try await workspace.deliveries()
    if output.json {
      let rows = drafts.map { DraftRow($0, beside: workspace.textBeside($0.path)) }
      try Console.print(json: Result(drafts: rows, deliveries: deliveries.map(DeliveryRow.init)))
      return
    }
    let note = { (draft: Draft) in
      if draft.status == .sent && !draft.isApproved { return "  (edited since it was sent)" }
      if draft.status == .scheduled && !draft.isApproved { return "  (edited, and the older text is on its way)" }
      if draft.status == .approved && !draft.isApproved { return "  (edited since it was approved)" }
      return draft.status == .draft && draft.isEdited ? "  (edited)" : ""
    }
    for file in drafts {
      Console.print("\(file.draft.status.rawValue.padded(to: 10))\(file.path)\(note(file.draft))")
      if let beside = workspace.textBeside(file.path) {
        Console.print("\("".padded(to: 10))\(beside)  (a newer text: take from it what you want, then delete it)")
      }
    }
    if drafts.isEmpty { Console.print(open ? "No draft is open." : "No drafts yet; `daybook draft` makes them.") }
    let dead = deliveries.filter { $0.state == .dead }
    let waiting = deliveries.filter { $0.state == .pending || $0.state == .sending }
    let count = deliveries.count { $0.state == .delivered }
    Console.print(
      "\n\(count) delivered, \(waiting.count) open\(dead.isEmpty ? "" : ", \(dead.count) given up")")
    for delivery in waiting + dead { Console.print(DeliveryRow(delivery).line) }
    guard try workspace.hasState() else { return }
    let outbox = try workspace.outbox()
    for trouble in try await workspace.pauses(in: outbox) + workspace.stuck(in: outbox) { Console.message(trouble) }
  }

  private struct Result: Encodable {
    var drafts: [DraftRow]
    var deliveries: [DeliveryRow]
  }
}
