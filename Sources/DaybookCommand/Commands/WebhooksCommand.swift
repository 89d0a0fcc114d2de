internal import ArgumentParser
internal import Delivery
internal import FoundationEssentials

/// `daybook webhooks`: where drafts go, how that is going, and what a person can do about it.
struct WebhooksCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "webhooks",
    abstract: "Show the webhooks; try one out, pause or resume it.",
    discussion: """
      EXAMPLES
        daybook webhooks
        daybook webhooks test desk
      """,
    subcommands: [List.self, Test.self, Pause.self, Resume.self],
    defaultSubcommand: List.self)

  /// Lists the webhooks: `daybook webhooks list`.
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List the webhooks and how they are doing.",
      discussion: """
        EXAMPLES
          daybook webhooks
          daybook webhooks list --json
        """)
    @OptionGroup var options: PublicationOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
      let workspace = try Workspace(options)
      try print(try await workspace.webhookRows(), json: output.json)
    }
  }

  /// Holds deliveries back: `daybook webhooks pause NAME…`.
  struct Pause: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "pause",
      abstract: "Send nothing to these webhooks until they are resumed; what is accepted for them waits.",
      discussion: """
        EXAMPLES
          daybook webhooks pause desk --reason "they move house"
        """)
    @OptionGroup var options: PublicationOptions
    @OptionGroup var change: ChangeOptions
    @Argument(help: ArgumentHelp("The webhooks' names.", valueName: "name"))
    var names: [String]
    @Option(help: ArgumentHelp("Why, for those who look later.", valueName: "text"))
    var reason: String?

    func run() async throws {
      try await set(names, options, change) { health in
        // A pause that is there keeps its reason and its time.
        if health.pause?.nextProbe != nil || health.pause == nil {
          health.pause = .byHand(since: Date(), because: reason)
        }
      }
    }
  }

  /// Lets deliveries go again: `daybook webhooks resume NAME…`.
  struct Resume: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "resume",
      abstract: "End the pause of these webhooks; what waits is due again.",
      discussion: """
        EXAMPLES
          daybook webhooks resume desk
        """)
    @OptionGroup var options: PublicationOptions
    @OptionGroup var change: ChangeOptions
    @Argument(help: ArgumentHelp("The webhooks' names.", valueName: "name"))
    var names: [String]

    func run() async throws {
      try await set(names, options, change) { $0 = WebhookHealth(webhook: $0.webhook) }
    }
  }
}

/// Changes the health of the named webhooks, and shows how they are then.
private func set(
  _ names: [String], _ options: PublicationOptions, _ change: ChangeOptions, _ action: (inout WebhookHealth) -> Void
) async throws {
  let workspace = try Workspace(options)
  for name in names { _ = try workspace.webhookSettings(named: name) }
  let outbox: any Outbox =
    try change.dryRun && !workspace.hasState() ? MemoryOutbox() : workspace.outbox()
  var planned: [String: WebhookHealth] = [:]
  for name in names {
    var health = try await outbox.health(of: name)
    action(&health)
    planned[name] = health
    if !change.dryRun { try await outbox.setHealth(health) }
  }
  let rows = try await workspace.webhookRows(planned: planned).filter { names.contains($0.name) }
  try print(rows, json: change.json)
}

private func print(_ rows: [WebhookRow], json: Bool) throws {
  if json { return try Console.print(json: WebhookRows(webhooks: rows)) }
  Console.print(rows.isEmpty ? "No webhook is configured." : rows.map(\.line).joined(separator: "\n"))
}

extension Workspace {
  /// All webhooks and how they are doing; `planned` takes the place of what the outbox says.
  fileprivate func webhookRows(planned: [String: WebhookHealth] = [:]) async throws -> [WebhookRow] {
    let outbox: any Outbox = try hasState() ? outbox() : MemoryOutbox()
    var rows: [WebhookRow] = []
    for webhook in settings.webhooks {
      let stored = try await outbox.health(of: webhook.name)
      rows.append(
        WebhookRow(
          webhook, health: planned[webhook.name] ?? stored, history: try await outbox.history(of: webhook.name)))
    }
    return rows
  }
}
