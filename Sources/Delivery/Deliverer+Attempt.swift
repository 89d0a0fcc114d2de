internal import FoundationEssentials

extension Deliverer {
  /// Sends one claimed delivery, records the end, and gives the row as it is then.
  ///
  /// `now` gives the time on the outbox's clock.
  func attempt(_ claim: Claim, now: @Sendable () -> Date) async throws -> DeliveryRecord {
    guard let webhook = webhooks[claim.record.webhook] else { return claim.record }
    let began = now()
    let result = await send(claim, to: webhook)
    let ended = now()
    let redactor = webhook.redactor
    var attempt = Attempt(
      number: claim.record.attempts, began: began, duration: .seconds(ended.timeIntervalSince(began)))
    let verdict: Verdict
    switch result {
    case .success(let answer):
      verdict = webhook.mail == nil ? Verdict(answer, now: ended) : Verdict(mailReply: answer.status)
      attempt.status = answer.status
      // A secret that straddles the end of what is kept is taken out with the rest: redact first, cut then.
      attempt.answer = String(decoding: redactor.redact(answer.body).prefix(Attempt.answerLimit), as: UTF8.self)
      if verdict != .delivered {
        attempt.error = Self.describe(answer.status, attempt.answer, isMail: webhook.mail != nil)
      }
    case .failure(let failure):
      attempt.error = redactor.redact(failure.message)
      if failure.kind == .stopped {
        return try await record(claim, attempt, outcome: .released(at: ended), event: nil)
      }
      verdict = failure.kind == .unsendable ? .refused : .retry(after: nil, slowsDown: false)
    }
    let (outcome, event) = consequences(of: verdict, for: claim.record, ended: ended)
    return try await record(claim, attempt, outcome: outcome, event: event)
  }

  private func record(
    _ claim: Claim, _ attempt: Attempt, outcome: Completion.Outcome, event: WebhookHealth.Event?
  ) async throws -> DeliveryRecord {
    let completion = Completion(
      id: claim.record.id, owner: claim.owner, attempt: attempt, outcome: outcome, event: event)
    var record = claim.record
    if try await keep(completion) {
      record.end(completion)
    } else if let other = try await outbox.delivery(record.id) {
      // The lease was over, and somebody else has it.
      record = other
    }
    return record
  }

  private func keep(_ completion: Completion) async throws -> Bool {
    while true {
      do {
        return try await outbox.complete(completion)
      } catch {
        try await afterFailedRecord(error)
      }
    }
  }

  private func send(_ claim: Claim, to webhook: Webhook) async -> Result<HTTPAnswer, TransferFailure> {
    do throws(TransferFailure) {
      let format = WebhookFormat.named(webhook.format)
      let headers: [HTTPHeader]
      do throws(SigningError) {
        headers = try format.headers(
          WebhookFormat.AttemptContext(
            id: claim.record.id, date: clock(), body: claim.payload.body, secrets: webhook.secrets))
      } catch {
        throw TransferFailure(.unsendable, error.description)
      }
      let request = OutgoingRequest(
        url: webhook.url, address: format.address(webhook.url), network: webhook.network,
        headers: [HTTPHeader(name: "content-type", value: claim.payload.contentType)] + headers,
        body: claim.payload.body, deadlines: webhook.deadlines, caFile: webhook.caFile, mail: webhook.mail,
        proxy: webhook.proxy)
      return .success(try await transport.send(request))
    } catch {
      return .failure(error)
    }
  }

  private func consequences(
    of verdict: Verdict, for record: DeliveryRecord, ended: Date
  ) -> (Completion.Outcome, WebhookHealth.Event) {
    switch verdict {
    case .delivered: return (.delivered, .answered)
    case .refused: return (.dead, .answered)
    case .gone: return (.dead, .gone(reason: "answered 410 (gone)"))
    case .retry(let after, let slowsDown):
      var random = SystemRandomNumberGenerator()
      let delay = schedule.delay(
        afterFailures: record.attempts - record.attemptsForgiven, age: ended.timeIntervalSince(record.roundBegan),
        retryAfter: after, random: &random)
      let rest = slowsDown ? ended.addingTimeInterval(after ?? Self.restAfterOverload) : nil
      return (delay.map { .retry(at: ended.addingTimeInterval($0)) } ?? .dead, .failed(slowUntil: rest))
    }
  }

  /// How long an overloaded webhook is left alone when it does not say, in seconds.
  private static let restAfterOverload: TimeInterval = 5

  /// `HTTP 400: invalid_payload`: the status and the first line of the answer, which for mail begins with the status.
  static func describe(_ status: Int, _ answer: String, isMail: Bool) -> String {
    let line = answer.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    let printable = line.unicodeScalars.filter { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
    let short = String(String.UnicodeScalarView(printable.prefix(200)))
    if isMail { return short.isEmpty ? "the mail server said \(status)" : "the mail server said \(short)" }
    return short.isEmpty ? "HTTP \(status)" : "HTTP \(status): \(short)"
  }
}
