internal import Content
internal import Delivery
internal import FoundationEssentials
internal import Store

/// Where drafts leave: payloads are made, accepted into the outbox, and delivered.
struct Mailroom {
  private let workspace: Workspace
  private let templates: TemplateSet

  init(_ workspace: Workspace) throws {
    self.workspace = workspace
    templates = try workspace.templates()
  }

  /// One parcel for each draft and each webhook, with the payload that the webhook's format makes of the draft.
  func parcels(of files: [DraftFile], to webhooks: [Webhook]) throws -> [Parcel] {
    try files.flatMap { file in
      let message = try workspace.message(of: file.draft)
      return try webhooks.map { webhook in
        let payload = try self.payload(of: message, for: webhook)
        return Parcel(draft: message.draft, textHash: message.textHash, webhook: webhook.name, payload: payload)
      }
    }
  }

  private func payload(of message: OutgoingMessage, for webhook: Webhook) throws -> Payload {
    guard let template = templates.text(of: "webhooks/\(webhook.format)") else {
      throw CommandFailure(.badSettings, "Templates/webhooks/\(webhook.format).mustache: there is no such template")
    }
    return try PayloadTemplate(template.text, name: template.file).payload(for: message, to: webhook, at: Date())
  }

  /// Accepts parcels, delivers all that is due, and gives the rows of these parcels and of what else was tried.
  func send(_ parcels: [Parcel], of files: [DraftFile]) async throws -> [DeliveryRecord] {
    guard !parcels.isEmpty || FileSystem.exists(workspace.folder.database) else { return [] }
    let outbox = try workspace.outbox()
    let accepted = try await outbox.accept(parcels, now: Date())
    for acceptance in accepted where !acceptance.isNew && acceptance.record.state == .delivered {
      let record = acceptance.record
      Console.message("\(record.draft) → \(record.webhook): this text was delivered before; it is not sent again")
    }
    let files = try mark(files, in: [])
    let transport = try CurlLoop()
    let deliverer = Deliverer(outbox: outbox, transport: transport, webhooks: workspace.usableWebhooks())
    let tried: [DeliveryRecord]
    do {
      tried = try await deliverer.deliverDue(now: Date())
    } catch {
      await transport.stop()
      throw error
    }
    await transport.stop()
    try await tellOfPauses(outbox)
    var ids: [String] = []
    for id in accepted.map(\.record.id) + tried.map(\.id) where !ids.contains(id) { ids.append(id) }
    var rows: [DeliveryRecord] = []
    for id in ids { rows += try await [settled(id, in: outbox)].compactMap(\.self) }
    _ = try mark(files, in: try await outbox.deliveries(DeliveryFilter(drafts: Set(files.map(\.draft.id)))))
    return rows
  }

  /// What a draft's deliveries make of it; one whose deliveries were all cancelled is as it was before.
  private static func status(of states: [DeliveryState]) -> Draft.Status {
    if states.contains(.dead) { return .failed }
    if states.isEmpty || states.contains(.pending) || states.contains(.sending) { return .scheduled }
    return states.contains(.delivered) ? .sent : .approved
  }

  /// Says which webhooks get nothing for now, and why.
  private func tellOfPauses(_ outbox: any Outbox) async throws {
    for webhook in workspace.settings.webhooks.map(\.name) {
      guard let pause = try await outbox.health(of: webhook).pause else { continue }
      let end = pause.nextProbe == nil ? "`daybook deliveries retry` resumes it" : "it is tried from time to time"
      Console.message("webhook \(webhook) is paused: \(pause.reason); \(end)")
    }
  }

  /// A row when no process is sending it any more, or when that has taken longer than it may.
  private func settled(_ id: String, in outbox: any Outbox) async throws -> DeliveryRecord? {
    for _ in 0..<600 {
      guard let record = try await outbox.delivery(id), record.state == .sending else { break }
      try await Task.sleep(for: .milliseconds(50))
    }
    return try await outbox.delivery(id)
  }

  /// Writes into each draft how far it has come, and gives the drafts as they are now.
  private func mark(_ files: [DraftFile], in rows: [DeliveryRecord]) throws -> [DraftFile] {
    try files.map { file in
      var file = file
      let own = rows.filter { $0.draft == file.draft.id && $0.textHash == file.draft.deliveryHash.description }
      let status = Self.status(of: own.map(\.state))
      guard file.draft.status != status else { return file }
      file.draft.status = status
      try workspace.save(file)
      return file
    }
  }
}
