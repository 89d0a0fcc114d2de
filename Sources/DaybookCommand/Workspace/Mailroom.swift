internal import Content
internal import Delivery
internal import FoundationEssentials

/// Where drafts leave: payloads are made, accepted into the outbox, and delivered.
struct Mailroom {
  let workspace: Workspace
  private let maker: PayloadMaker

  init(_ workspace: Workspace) throws {
    self.workspace = workspace
    maker = PayloadMaker(try workspace.templates())
  }

  // MARK: Making

  /// One parcel for each draft and each webhook, or one of all new drafts for a webhook that takes digests.
  ///
  /// Nothing is written. What a format refuses is told apart, so that the rest can go.
  func consignment(of files: [DraftFile], to webhooks: [Webhook]) async throws -> Consignment {
    let messages = try files.map { try workspace.message(of: $0.draft) }
    var consignment = Consignment(paths: files.map(\.path))
    for webhook in webhooks {
      if webhook.isDigest {
        let known = try await rows(ofDigestsTo: webhook.name)
        let told = { (message: OutgoingMessage) in DraftText(draft: message.draft, hash: message.textHash) }
        let texts = Set(messages.map(told))
        consignment.known += known.filter { !texts.isDisjoint(with: $0.texts) }
        let gone = Set(known.flatMap(\.texts))
        let fresh = messages.filter { !gone.contains(told($0)) }
        if let digest = OutgoingMessage.digest(of: fresh) { add(digest, for: webhook, to: &consignment) }
      } else {
        for message in messages { add(message, for: webhook, to: &consignment) }
      }
    }
    return consignment
  }

  /// Adds a message as one parcel, or what its format has against it.
  func add(_ message: OutgoingMessage, for webhook: Webhook, to consignment: inout Consignment) {
    do throws(PayloadError) {
      let payload = try maker.payload(of: message, for: webhook.target, at: Date())
      consignment.parcels.append(
        Parcel(draft: message.draft, textHash: message.textHash, webhook: webhook.name, payload: payload))
    } catch {
      let drafts = message.members.isEmpty ? [message.draft] : message.members.map(\.draft)
      consignment.refusals.append(
        Consignment.Refusal(drafts: drafts, webhook: webhook.name, reason: error.description))
    }
  }

  private func rows(ofDigestsTo webhook: String) async throws -> [DeliveryRecord] {
    guard try workspace.hasState() else { return [] }
    return try await workspace.outbox().deliveries(DeliveryFilter(webhooks: [webhook]))
  }

  // MARK: Sending

  /// Accepts what is to be sent and leaves the delivering to others; gives its rows.
  func enqueue(_ consignment: Consignment) async throws -> [DeliveryRecord] {
    guard !consignment.drafts.isEmpty else { return [] }
    return try await accept(consignment, into: workspace.outbox())
  }

  /// Accepts what is to be sent, delivers all that is due, and gives the rows of this consignment and of what else was
  /// tried.
  func send(_ consignment: Consignment) async throws -> [DeliveryRecord] {
    guard try !consignment.drafts.isEmpty || workspace.hasState() else { return [] }
    let outbox = try workspace.outbox()
    let accepted = try await accept(consignment, into: outbox)
    let tried = try await deliverDue(outbox)
    for pause in try await workspace.pauses(in: outbox) { Console.message(pause) }
    var ids: [String] = []
    for id in accepted.map(\.id) + tried.map(\.id) where !ids.contains(id) { ids.append(id) }
    var rows: [DeliveryRecord] = []
    for id in ids { rows += try await [settled(id, in: outbox)].compactMap(\.self) }
    try await mark(consignment.drafts.union(tried.flatMap { $0.texts.map(\.draft) }), from: outbox, of: consignment)
    _ = try await workspace.removeOld(from: outbox)
    return rows.filter { !Notice.isNotice($0) }
  }

  /// Accepts what is to be sent, marks the drafts, and gives the rows, those of digests that went before included.
  func accept(_ consignment: Consignment, into outbox: any Outbox) async throws -> [DeliveryRecord] {
    let accepted = try await outbox.accept(consignment.parcels, now: Date())
    let old = consignment.known + accepted.filter { !$0.isNew }.map(\.record)
    for record in old where record.state == .delivered {
      Console.message("\(record.draft) → \(record.webhook): this text was delivered before; it is not sent again")
    }
    try await mark(consignment.drafts, from: outbox, of: consignment)
    return consignment.known + accepted.map(\.record)
  }

  /// Delivers what is due, then the notices that came of it.
  private func deliverDue(_ outbox: any Outbox) async throws -> [DeliveryRecord] {
    let transport = try workspace.transport()
    let deliverer = workspace.deliverer(of: outbox, through: transport)
    do {
      var tried = try await deliverer.deliverDue(now: Date())
      if try await notify(outbox) { tried += try await deliverer.deliverDue(now: Date()) }
      await transport.stop()
      return tried
    } catch {
      await transport.stop()
      throw error
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
}

// MARK: - Telling

extension Mailroom {
  /// Puts notices of pauses and dead letters into the outbox for whoever is to be told; true when there was one.
  ///
  /// To be called after deliveries; whatever was told of already is left out.
  func notify(_ outbox: any Outbox) async throws -> Bool {
    var parcels: [Parcel] = []
    let webhooks = workspace.usableWebhooks()
    for webhook in webhooks {
      guard let target = webhooks.first(where: { $0.name == webhook.notify }) else { continue }
      let notices = Notice.due(
        about: webhook.name, health: try await outbox.health(of: webhook.name),
        dead: try await outbox.deliveries(DeliveryFilter(states: [.dead], webhooks: [webhook.name])),
        told: try await outbox.deliveries(DeliveryFilter(drafts: [Notice.draft(about: webhook.name)])),
        publication: workspace.settings.name)
      for notice in notices {
        parcels += [parcel(of: notice, for: target)].compactMap(\.self)
      }
    }
    guard !parcels.isEmpty else { return false }
    return try await outbox.accept(parcels, now: Date()).contains(where: \.isNew)
  }

  /// A notice that cannot be sent must not keep anything else from going out.
  private func parcel(of notice: Notice, for target: Webhook) -> Parcel? {
    let message = notice.message(from: workspace.publication)
    do throws(PayloadError) {
      let payload = try maker.payload(of: message, for: target.target, at: Date())
      return Parcel(draft: message.draft, textHash: message.textHash, webhook: target.name, payload: payload)
    } catch {
      Console.message("webhook \(target.name) cannot be told: \(error)")
      return nil
    }
  }

  /// Writes into the drafts of these ids how far they have come, by the outbox's rows of their present texts.
  func mark(_ ids: Set<String>, from outbox: any Outbox, of consignment: Consignment = Consignment()) async throws {
    guard !ids.isEmpty else { return }
    let rows = try await workspace.rows(about: ids, in: outbox)
    let refused = Set(consignment.refusals.flatMap(\.drafts))
    // The files are read anew: a person may have gone on writing meanwhile.
    for var file in try workspace.drafts(ids, at: consignment.paths) {
      let before = file.draft
      file.draft.take(Self.states(of: file.draft, in: rows), isRefused: refused.contains(file.draft.id))
      if file.draft != before { try workspace.save(file) }
    }
  }

  /// How far the deliveries of a draft's text have come; of one that was edited on its way, those of what went out.
  private static func states(of draft: Draft, in rows: [DeliveryRecord]) -> [DeliveryState] {
    let own = rows.filter { $0.texts.contains(draft.deliveryText) }
    guard own.isEmpty, draft.status == .scheduled else { return own.map(\.state) }
    return rows.filter { row in row.texts.contains { $0.draft == draft.id } }.map(\.state)
  }
}

extension Draft {
  /// Takes over how far its deliveries have come; where all were cancelled, a person has to approve it anew.
  fileprivate mutating func take(_ states: [DeliveryState], isRefused: Bool) {
    if states.isEmpty { return }
    if isRefused || states.contains(.dead) {
      status = .failed
    } else if states.contains(.pending) || states.contains(.sending) {
      status = .scheduled
    } else if states.contains(.delivered) {
      status = .sent
    } else {
      status = .approved
      unapprove()
    }
  }
}
