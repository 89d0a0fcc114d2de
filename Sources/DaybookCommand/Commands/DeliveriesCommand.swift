internal import ArgumentParser
internal import Delivery
internal import FoundationEssentials

/// `daybook deliveries`: the outbox, and what a person can do about it.
struct DeliveriesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deliveries",
    abstract: "Show the outbox; send a delivery again, or cancel it.",
    discussion: """
      EXAMPLES
        daybook deliveries
        daybook deliveries show msg_1b2c      every attempt, and what the receiver said
      """,
    subcommands: [List.self, Show.self, Retry.self, Cancel.self],
    defaultSubcommand: List.self)

  /// Lists the outbox: `daybook deliveries list`.
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List the deliveries, the oldest first.",
      discussion: """
        EXAMPLES
          daybook deliveries
          daybook deliveries list --json
        """)
    @OptionGroup var options: PublicationOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
      let rows = try await Workspace(options).deliveries().map(DeliveryRow.init)
      if output.json {
        try Console.print(json: DeliveryRows(deliveries: rows))
      } else {
        Console.print(rows.isEmpty ? "Nothing was sent yet." : rows.map(\.line).joined(separator: "\n"))
      }
    }
  }

  /// Shows one delivery's attempts: `daybook deliveries show ID`.
  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show every attempt of a delivery.",
      discussion: """
        EXAMPLES
          daybook deliveries show msg_1b2c
        """)
    @OptionGroup var options: PublicationOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: ArgumentHelp("The delivery's id, as in msg_….", valueName: "id"))
    var id: String

    func run() async throws {
      let outbox = try Workspace(options).existingOutbox(for: id)
      guard let record = try await outbox.delivery(id) else { throw OutboxError.noSuchDelivery(id: id) }
      let attempts = try await outbox.attempts(of: id).map(AttemptRow.init)
      if output.json {
        try Console.print(json: Result(delivery: DeliveryRow(record), history: attempts))
      } else {
        Console.print(([DeliveryRow(record).line] + attempts.map(\.line)).joined(separator: "\n"))
      }
    }

    private struct Result: Encodable {
      var delivery: DeliveryRow
      var history: [AttemptRow]
    }
  }

  /// Makes deliveries due: `daybook deliveries retry ID…`.
  struct Retry: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "retry",
      abstract: "Make deliveries due at once; the next `daybook send` sends them.",
      discussion: """
        Where the webhook was paused because it failed, that ends the pause; one that a person made holds until \
        `daybook webhooks resume`.

        EXAMPLES
          daybook deliveries retry msg_1b2c && daybook send
          daybook deliveries retry --dead --to desk
        """)
    @OptionGroup var options: PublicationOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var selection: DeliverySelection

    func run() async throws {
      try await change(selection, options, output) { outbox, id in
        let record = try await outbox.retry(id, now: Date())
        guard let pause = try await outbox.health(of: record.webhook).pause else { return record }
        if pause.isByHand {
          Console.message(
            "\(record.id): webhook \(record.webhook) is \(pause.reason), so it waits until "
              + "`daybook webhooks resume \(record.webhook)`")
        } else {
          // A person's word ends a pause that no person made: otherwise nothing would come of it.
          try await outbox.setHealth(WebhookHealth(webhook: record.webhook))
        }
        return record
      }
    }
  }

  /// Takes deliveries out: `daybook deliveries cancel ID…`.
  struct Cancel: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "cancel",
      abstract: "Take waiting or dead deliveries out.",
      discussion: """
        A draft all of whose deliveries are cancelled is not approved any more; approved and sent anew, it goes out.

        EXAMPLES
          daybook deliveries cancel msg_1b2c
        """)
    @OptionGroup var options: PublicationOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var selection: DeliverySelection

    func run() async throws {
      let ids = try await change(selection, options, output) { try await $0.cancel($1, now: Date()) }
      guard !ids.isEmpty else { return }
      let workspace = try Workspace(options)
      let outbox = try workspace.outbox()
      var drafts: Set<String> = []
      for id in ids { drafts.formUnion(try await outbox.delivery(id)?.texts.map(\.draft) ?? []) }
      try await Mailroom(workspace).mark(drafts, from: outbox)
    }
  }
}

/// Does something to each of the chosen deliveries and shows what they are now; returns their ids.
@discardableResult
private func change(
  _ selection: DeliverySelection, _ options: PublicationOptions, _ output: OutputOptions,
  _ action: (any Outbox, String) async throws -> DeliveryRecord
) async throws -> [String] {
  let workspace = try Workspace(options)
  let ids = try await selection.ids(in: workspace)
  var rows: [DeliveryRow] = []
  for id in ids { rows.append(DeliveryRow(try await action(workspace.existingOutbox(for: id), id))) }
  if output.json {
    try Console.print(json: DeliveryRows(deliveries: rows))
  } else {
    Console.print(rows.isEmpty ? "Nothing is dead." : rows.map(\.line).joined(separator: "\n"))
  }
  return ids
}

/// `{"deliveries": […]}`, as every command that speaks of deliveries prints it.
struct DeliveryRows: Encodable {
  var deliveries: [DeliveryRow]
}
