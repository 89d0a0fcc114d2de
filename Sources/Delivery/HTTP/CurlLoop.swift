internal import CCurl
internal import Synchronization

/// Sends requests with libcurl's multi interface, on one thread of its own; a connection is kept and used again.
package final class CurlLoop: Transport {
  /// How much is under way at once; what is over waits, and its waiting counts towards its deadline.
  package struct Limits: Sendable, Hashable {
    package var inFlight: Int
    package var perHost: Int

    package init(inFlight: Int = 256, perHost: Int = 64) {
      self.inFlight = inFlight
      self.perHost = perHost
    }
  }

  private let mailbox: CurlMailbox
  private let limits: Limits
  private let stall = LoopStall()
  /// A loop of its own for mail, made with the first message: libcurl waits for the answer to QUIT, and a server that
  /// never gives it must not hold up the webhooks.
  private let mailLoop = Mutex<CurlLoop?>(nil)

  /// Starts the thread; throws ``TransferFailure`` where libcurl or the thread cannot be had.
  package init(limits: Limits = Limits()) throws(TransferFailure) {
    guard CurlGlobal.isReady, let mailbox = CurlMailbox(), let multi = CurlMulti(bell: mailbox.bell, stall: stall)
    else {
      throw TransferFailure(.unsendable, "libcurl cannot be started")
    }
    self.mailbox = mailbox
    self.limits = limits
    let hasThread = OwnThread.start {
      CurlEngine(mailbox: mailbox, multi: multi, limits: limits).run()
    }
    guard hasThread else {
      mailbox.close()
      throw TransferFailure(.unsendable, "no thread for libcurl can be had")
    }
  }

  deinit {
    mailbox.post(.stop({}))
  }

  /// Sends one request; cancelling the task ends it with the kind `stopped`.
  package func send(_ request: OutgoingRequest) async throws(TransferFailure) -> HTTPAnswer {
    if let unsafe = request.headers.first(where: { !$0.isSafe }) {
      throw TransferFailure(
        .unsendable, "the header \(unsafe.name.debugDescription) holds characters that no header may")
    }
    if request.mail != nil { return try await loopForMail().carry(request) }
    return try await carry(request)
  }

  private func loopForMail() throws(TransferFailure) -> CurlLoop {
    try mailLoop.withLock { loop throws(TransferFailure) in
      if let loop { return loop }
      let made = try CurlLoop(limits: limits)
      loop = made
      return made
    }
  }

  private func carry(_ request: OutgoingRequest) async throws(TransferFailure) -> HTTPAnswer {
    let id = mailbox.newID()
    let result = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let job = CurlJob(id: id, request: request, began: .now) { continuation.resume(returning: $0) }
        if !mailbox.post(.start(job)) { job.finish(.failure(.stopped)) }
      }
    } onCancel: {
      mailbox.post(.cancel(id))
    }
    return try result.get()
  }

  /// The longest time that the loop did not look at its sockets since this was last asked: nothing moves meanwhile.
  package func takeLongestStall() -> Duration {
    stall.take()
  }

  /// Ends what is under way with the kind `stopped`, closes every connection, and returns when all handles are closed.
  ///
  /// To be called before the process leaves.
  package func stop() async {
    await mailLoop.withLock { $0 }?.stop()
    await withCheckedContinuation { continuation in
      if !mailbox.post(.stop({ continuation.resume() })) { continuation.resume() }
    }
  }
}

extension TransferFailure {
  static let stopped = TransferFailure(.stopped, "stopped before an answer came")
}

/// A request on its way into the loop.
struct CurlJob: Sendable {
  let id: UInt64
  let request: OutgoingRequest
  let began: ContinuousClock.Instant
  let finish: @Sendable (Result<HTTPAnswer, TransferFailure>) -> Void

  init(
    id: UInt64, request: OutgoingRequest, began: ContinuousClock.Instant,
    finish: @escaping @Sendable (Result<HTTPAnswer, TransferFailure>) -> Void
  ) {
    self.id = id
    self.request = request
    self.began = began
    self.finish = finish
  }

  /// When the whole of it is over at the latest.
  var limit: ContinuousClock.Instant { began + request.deadlines.whole }
}
