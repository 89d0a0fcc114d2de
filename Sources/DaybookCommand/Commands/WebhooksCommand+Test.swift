internal import ArgumentParser
internal import Delivery
internal import FoundationEssentials

extension WebhooksCommand {
  /// Tries a webhook out: `daybook webhooks test NAME`.
  struct Test: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "test",
      abstract: "Send a small test message now, signed and checked as any other; nothing of it is kept.",
      discussion: """
        A newsletter service gets a draft that can be deleted there; a mail server sends a message to the address in \
        daybook.yaml. A paused webhook is tried too, and stays paused.

        EXIT CODES
          0   it was taken
          1   it was refused for good
          69  no answer, or one that asks for another try

        EXAMPLES
          daybook webhooks test desk
          daybook webhooks test desk --dry-run      shows what would be sent
        """)
    @OptionGroup var options: PublicationOptions
    @OptionGroup var change: ChangeOptions
    @Argument(help: ArgumentHelp("The webhook's name.", valueName: "name"))
    var name: String

    func run() async throws {
      let workspace = try Workspace(options)
      guard let webhook = try workspace.webhooks(named: [name]).first else { return }
      let message = workspace.testMessage(fitFor: webhook)
      let payload = try PayloadMaker(workspace.templates()).payload(of: message, for: webhook.target, at: Date())
      if change.dryRun { return try show(payload) }
      // An outbox of its own: a test is neither unique nor kept, and the webhook's health is not its business.
      let outbox = MemoryOutbox()
      let parcel = Parcel(draft: message.draft, textHash: message.textHash, webhook: name, payload: payload)
      _ = await outbox.accept([parcel], now: Date())
      let transport = try workspace.transport()
      let rows = try await Deliverer(outbox: outbox, transport: transport, webhooks: [webhook]).deliverDue(now: Date())
      await transport.stop()
      try show(Result(rows.first, await outbox.attempts(of: parcel.id).last, webhook: name))
    }

    private func show(_ payload: Payload) throws {
      let body = String(decoding: payload.body, as: UTF8.self)
      if change.json {
        try Console.print(json: Plan(webhook: name, contentType: payload.contentType, body: body))
      } else {
        Console.print(body)
      }
    }

    private func show(_ result: Result) throws {
      if change.json { try Console.print(json: result) } else { Console.print(result.line) }
      switch result.state {
      case DeliveryState.delivered.rawValue: return
      case DeliveryState.dead.rawValue: throw CommandFailure(.failed, messages: [])
      default: throw CommandFailure(.unavailable, messages: [])
      }
    }

    /// What a dry run shows.
    private struct Plan: Encodable {
      var webhook: String
      var contentType: String
      var body: String
    }

    /// How it went.
    private struct Result: Encodable {
      var webhook: String
      /// `delivered`, `dead` for a refusal, or `pending` for what would be tried again.
      var state: String
      var status: Int?
      var error: String?
      var milliseconds: Int
      /// The first 2 KiB of the answer, without secrets.
      var answer: String

      init(_ record: DeliveryRecord?, _ attempt: Attempt?, webhook: String) {
        self.webhook = webhook
        state = (record?.state ?? .pending).rawValue
        status = attempt?.status
        error = attempt?.error
        milliseconds = (attempt?.duration).map { Int($0 / .milliseconds(1)) } ?? 0
        answer = attempt?.answer ?? ""
      }

      var line: String {
        let outcome = error ?? "taken" + (status.map { " (\($0))" } ?? "")
        return "\(webhook): \(outcome), after \(milliseconds) ms" + (answer.isEmpty ? "" : "\n  \(answer)")
      }
    }
  }
}

extension Workspace {
  /// A message that can do no harm, of a kind that the webhook takes.
  fileprivate func testMessage(fitFor webhook: Webhook) -> OutgoingMessage {
    let text = "\(settings.name): a test message from Daybook. Nothing needs to be done."
    let isChat = webhook.target.takes(.notice)
    return OutgoingMessage(
      draft: "test", kind: isChat ? .notice : .newsletter, channel: isChat ? "" : "newsletter",
      subject: isChat ? "" : "A test message from Daybook", text: text, html: isChat ? "" : "<p>Nothing to do.</p>",
      plainText: isChat ? "" : text, textHash: "test", publication: publication)
  }
}
