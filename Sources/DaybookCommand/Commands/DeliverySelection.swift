internal import ArgumentParser
internal import Delivery

/// The deliveries that a command is about: by their ids, or all that are dead.
struct DeliverySelection: ParsableArguments {
  @Argument(help: ArgumentHelp("The deliveries' ids.", valueName: "id"))
  var ids: [String] = []
  @Flag(help: "All that were given up, as after a wrong token was put right.")
  var dead = false
  @Option(help: ArgumentHelp("With --dead, those of a webhook; may be given several times.", valueName: "webhook"))
  var to: [String] = []

  func validate() throws {
    guard ids.isEmpty == dead else {
      throw ValidationError(
        dead ? "ids and --dead exclude each other" : "name the deliveries by their ids, or say --dead")
    }
    guard dead || to.isEmpty else { throw ValidationError("--to goes with --dead") }
  }

  /// The ids of the deliveries, the oldest first.
  func ids(in workspace: Workspace) async throws -> [String] {
    guard dead else { return ids }
    let all = try await workspace.deliveries().filter { to.isEmpty || to.contains($0.webhook) }
    // A webhook that was taken out of the settings may have some; one that has none is perhaps a slip.
    for name in to where !all.contains(where: { $0.webhook == name }) { _ = try workspace.webhookSettings(named: name) }
    return all.filter { $0.state == .dead }.map(\.id)
  }
}
