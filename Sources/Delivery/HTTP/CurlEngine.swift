internal import CCurl

/// The loop itself: takes orders, lets libcurl work, hands out results; made and used on one thread.
final class CurlEngine {
  /// The longest time without a look around, whatever libcurl thinks.
  private static let longestPoll: Int32 = 1_000
  /// Names that were never connected to, at once: the look-up of each takes a thread.
  private static let strangersAtOnce = 48
  /// How many of them may be names whose last look-up never ended, so that others find room.
  private static let suspectsAtOnce = 32
  /// So long the thread of a look-up that was given up may go on: three name servers, twice 5 s each, and search
  /// domains (resolv.conf(5)).
  private static let longestLookup: Duration = .seconds(60)

  private struct Flight {
    let job: CurlJob
    let easy: CurlEasy
    let transfer: CurlTransfer
    let isStranger: Bool
    let isSuspect: Bool
  }

  private let mailbox: CurlMailbox
  private let limits: CurlLoop.Limits
  private var waiting: [CurlJob] = []
  private var flights: [UInt64: Flight] = [:]
  private var idsByHandle: [UInt: UInt64] = [:]
  private var countsByOrigin: [String: Int] = [:]
  private var strangers = 0
  /// Look-ups that were given up and may still have their threads, by when these are gone, the first one first.
  private var abandoned: [(end: ContinuousClock.Instant, isSuspect: Bool)] = []
  private var suspectsUnderWay = 0
  /// Origins whose last look-up never ended.
  private var suspects: Set<String> = []
  /// Origins with a name that a connection has been made to.
  private var known: Set<String> = []
  private var spares: [CurlEasy] = []
  private var whenStopped: [@Sendable () -> Void] = []
  private var isStopping = false

  init(mailbox: CurlMailbox, limits: CurlLoop.Limits) {
    self.mailbox = mailbox
    self.limits = limits
    _ = unsafe daybook_multi_set_long(mailbox.multi, CURLMOPT_MAXCONNECTS, max(1, limits.inFlight))
  }

  func run() {
    while !isStopping {
      mailbox.collect().forEach(obey)
      admit()
      var running: Int32 = 0
      _ = unsafe curl_multi_perform(mailbox.multi, &running)
      if finishDone() { continue }
      expire()
      if !isStopping { _ = unsafe curl_multi_poll(mailbox.multi, nil, 0, pollTime(), nil) }
    }
    shutDown()
  }

  private func obey(_ order: CurlMailbox.Order) {
    switch order {
    case .start(let job): waiting.append(job)
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
    whenStopped.forEach { $0() }
  }

  // MARK: Starting

  private func admit() {
    forgetAbandoned()
    var kept: [CurlJob] = []
    for job in waiting {
      let origin = job.request.url.origin
      let isStranger = !job.request.url.isLiteral && !known.contains(origin)
      let isSuspect = isStranger && suspects.contains(origin)
      if flights.count >= limits.inFlight || countsByOrigin[origin, default: 0] >= limits.perHost
        || (isStranger && strangers >= Self.strangersAtOnce)
        || (isSuspect && suspectsUnderWay >= Self.suspectsAtOnce)
      {
        kept.append(job)
      } else {
        start(job, isStranger: isStranger, isSuspect: isSuspect)
      }
    }
    waiting = kept
  }

  private func forgetAbandoned() {
    let now = ContinuousClock.now
    while let first = abandoned.first, first.end <= now {
      abandoned.removeFirst()
      leave(isSuspect: first.isSuspect)
    }
  }

  private func leave(isSuspect: Bool) {
    strangers -= 1
    if isSuspect { suspectsUnderWay -= 1 }
  }

  private func start(_ job: CurlJob, isStranger: Bool, isSuspect: Bool) {
    let remaining = ContinuousClock.now.duration(to: job.limit)
    guard remaining > .zero else { return job.finish(.failure(.queued(job.request.deadlines))) }
    let transfer = CurlTransfer(job.request)
    guard let easy = spares.popLast() ?? CurlEasy(), easy.prepare(transfer, remaining: remaining),
      unsafe curl_multi_add_handle(mailbox.multi, easy.handle) == CURLM_OK
    else { return job.finish(.failure(TransferFailure(.unsendable, "libcurl refuses the request"))) }
    flights[job.id] = Flight(job: job, easy: easy, transfer: transfer, isStranger: isStranger, isSuspect: isSuspect)
    unsafe idsByHandle[UInt(bitPattern: easy.handle)] = job.id
    countsByOrigin[job.request.url.origin, default: 0] += 1
    if isStranger { strangers += 1 }
    if isSuspect { suspectsUnderWay += 1 }
  }

  // MARK: Ending

  /// Hands out what libcurl has finished; true where there was something.
  private func finishDone() -> Bool {
    var left: Int32 = 0
    var foundAny = false
    while let message = unsafe curl_multi_info_read(mailbox.multi, &left) {
      guard unsafe message.pointee.msg == CURLMSG_DONE, let handle = unsafe message.pointee.easy_handle,
        let id = idsByHandle[UInt(bitPattern: handle)], let flight = flights[id]
      else { continue }
      foundAny = true
      let code = unsafe message.pointee.data.result
      end(id, flight.transfer.result(code, of: flight.easy))
    }
    return foundAny
  }

  private func end(_ id: UInt64, _ result: Result<HTTPAnswer, TransferFailure>) {
    guard let flight = flights.removeValue(forKey: id) else { return }
    let origin = flight.job.request.url.origin
    _ = unsafe curl_multi_remove_handle(mailbox.multi, flight.easy.handle)
    unsafe idsByHandle[UInt(bitPattern: flight.easy.handle)] = nil
    countsByOrigin[origin, default: 1] -= 1
    if countsByOrigin[origin] == 0 { countsByOrigin[origin] = nil }
    if flight.isStranger { endLookup(of: flight, failure: result.failure) }
    if !flight.job.request.url.isLiteral {
      if flight.easy.isConnected { known.insert(origin) } else { known.remove(origin) }
    }
    spares.append(flight.easy)
    flight.job.finish(result)
  }

  /// Gives the place of a name's look-up free: at once when it has ended, else when its thread must have.
  private func endLookup(of flight: Flight, failure: TransferFailure?) {
    let origin = flight.job.request.url.origin
    if flight.transfer.hasAddress || flight.easy.isConnected || failure?.kind == .lookup {
      suspects.remove(origin)
      leave(isSuspect: flight.isSuspect)
    } else {
      suspects.insert(origin)
      abandoned.append((.now + Self.longestLookup, flight.isSuspect))
    }
  }

  // MARK: Deadlines that libcurl does not know

  private func expire() {
    let now = ContinuousClock.now
    for (id, flight) in flights where !flight.transfer.hasFirstByte && flight.transfer.firstByteLimit <= now {
      end(id, .failure(.silent(flight.job.request.deadlines, isConnected: flight.easy.isConnected)))
    }
    guard !waiting.isEmpty else { return }
    waiting.filter { $0.limit <= now }.forEach { $0.finish(.failure(.queued($0.request.deadlines))) }
    waiting.removeAll { $0.limit <= now }
  }

  private func pollTime() -> Int32 {
    let limits = flights.values.lazy.filter { !$0.transfer.hasFirstByte }.map(\.transfer.firstByteLimit)
    guard let next = limits.min() else { return Self.longestPoll }
    let left = Double(seconds: ContinuousClock.now.duration(to: next)) * 1_000
    return max(1, min(Self.longestPoll, Int32(left.rounded(.up))))
  }
}

extension Result where Success == HTTPAnswer, Failure == TransferFailure {
  fileprivate var failure: TransferFailure? {
    if case .failure(let failure) = self { failure } else { nil }
  }
}
