internal import CCurl

/// The loop itself: takes orders, lets libcurl work, hands out results; used on one thread.
final class CurlEngine {
  /// The longest time without a look around, in milliseconds, whatever libcurl thinks.
  private static let longestWait: Int32 = 1_000

  private struct Flight {
    let job: CurlJob
    let easy: CurlEasy
    let transfer: CurlTransfer
    let ticket: CurlAdmission.Ticket

    func ending(_ result: Result<HTTPAnswer, TransferFailure>) -> CurlAdmission.Ending {
      if easy.isConnected { return .connected }
      if case .failure(let failure) = result, failure.kind == .lookup { return .unconnected }
      return transfer.hasAddress ? .unconnected : .lookupGoesOn
    }
  }

  private let mailbox: CurlMailbox
  private let multi: CurlMulti
  private var admission: CurlAdmission
  private var waiting: [CurlJob] = []
  /// Whether somebody who waits may have found a place since the last look.
  private var mayAdmit = false
  private var flights: [UInt64: Flight] = [:]
  private var idsByHandle: [UInt: UInt64] = [:]
  /// No deadline of those that libcurl does not know is earlier than this.
  private var nextDeadline: ContinuousClock.Instant?
  private var spares: [CurlEasy] = []
  private var whenStopped: [@Sendable () -> Void] = []
  private var isStopping = false

  init(mailbox: CurlMailbox, multi: CurlMulti, limits: CurlLoop.Limits) {
    self.mailbox = mailbox
    self.multi = multi
    admission = CurlAdmission(limits: limits)
    multi.keep(connections: max(1, limits.inFlight))
  }

  /// Works until it is told to stop.
  func run() {
    while !isStopping {
      mailbox.collect().forEach(obey)
      admit()
      multi.act()
      if finishDone() { continue }
      expire()
      if !isStopping { multi.wait(atMost: waitingTime()) }
    }
    shutDown()
  }

  private func obey(_ order: CurlMailbox.Order) {
    switch order {
    case .start(let job):
      waiting.append(job)
      mayAdmit = true
    case .cancel(let id):
      if let index = waiting.firstIndex(where: { $0.id == id }) {
        waiting.remove(at: index).finish(.failure(.stopped))
      } else {
        end(id, .failure(.stopped))
      }
    case .stop(let done):
      isStopping = true
      whenStopped.append(done)
    }
  }

  private func shutDown() {
    waiting.forEach { $0.finish(.failure(.stopped)) }
    waiting = []
    for id in Array(flights.keys) { end(id, .failure(.stopped)) }
    spares = []
    for order in mailbox.close() {
      switch order {
      case .start(let job): job.finish(.failure(.stopped))
      case .stop(let done): whenStopped.append(done)
      case .cancel: break
      }
    }
    multi.close()
    whenStopped.forEach { $0() }
  }

  // MARK: Starting

  private func admit() {
    if admission.forgetAbandoned(now: .now) { mayAdmit = true }
    guard mayAdmit else { return }
    mayAdmit = false
    var kept: [CurlJob] = []
    for job in waiting {
      if let ticket = admission.ticket(for: job.request.url) {
        start(job, ticket)
      } else {
        kept.append(job)
        watch(job.limit)
      }
    }
    waiting = kept
  }

  private func start(_ job: CurlJob, _ ticket: CurlAdmission.Ticket) {
    let remaining = ContinuousClock.now.duration(to: job.limit)
    guard remaining > .zero else { return refuse(job, ticket, .queued(job.request.deadlines)) }
    let transfer = CurlTransfer(job.request)
    guard let easy = spares.popLast() ?? CurlEasy(), easy.prepare(transfer, remaining: remaining), multi.add(easy)
    else { return refuse(job, ticket, TransferFailure(.unsendable, "libcurl refuses the request")) }
    flights[job.id] = Flight(job: job, easy: easy, transfer: transfer, ticket: ticket)
    unsafe idsByHandle[UInt(bitPattern: easy.handle)] = job.id
    watch(transfer.firstByteLimit)
  }

  private func refuse(_ job: CurlJob, _ ticket: CurlAdmission.Ticket, _ failure: TransferFailure) {
    admission.giveBack(ticket, .neverBegan, now: .now)
    mayAdmit = true
    job.finish(.failure(failure))
  }

  // MARK: Ending

  /// Hands out what libcurl has finished; true where there was something.
  private func finishDone() -> Bool {
    var foundAny = false
    while let (handle, code) = multi.nextDone() {
      guard let id = idsByHandle[handle], let flight = flights[id] else { continue }
      foundAny = true
      end(id, flight.transfer.result(code, of: flight.easy))
    }
    return foundAny
  }

  private func end(_ id: UInt64, _ result: Result<HTTPAnswer, TransferFailure>) {
    guard let flight = flights.removeValue(forKey: id) else { return }
    multi.remove(flight.easy)
    unsafe idsByHandle[UInt(bitPattern: flight.easy.handle)] = nil
    admission.giveBack(flight.ticket, flight.ending(result), now: .now)
    mayAdmit = true
    spares.append(flight.easy)
    flight.job.finish(result)
  }

  // MARK: Deadlines that libcurl does not know

  private func watch(_ limit: ContinuousClock.Instant) {
    nextDeadline = nextDeadline.map { min($0, limit) } ?? limit
  }

  private func expire() {
    let now = ContinuousClock.now
    guard let next = nextDeadline, next <= now else { return }
    nextDeadline = nil
    for (id, flight) in flights where !flight.transfer.hasFirstByte {
      if flight.transfer.firstByteLimit <= now {
        end(id, .failure(.silent(flight.job.request.deadlines, isConnected: flight.easy.isConnected)))
      } else {
        watch(flight.transfer.firstByteLimit)
      }
    }
    waiting.filter { $0.limit <= now }.forEach { $0.finish(.failure(.queued($0.request.deadlines))) }
    waiting.removeAll { $0.limit <= now }
    for job in waiting { watch(job.limit) }
  }

  /// In milliseconds.
  private func waitingTime() -> Int32 {
    if mayAdmit, !waiting.isEmpty { return 0 }
    guard let next = nextDeadline else { return Self.longestWait }
    let left = Double(seconds: ContinuousClock.now.duration(to: next)) * 1_000
    return Int32(max(1, min(Double(Self.longestWait), left.rounded(.up))))
  }
}
