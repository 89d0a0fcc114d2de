internal import Glibc

/// Tells the service manager how this process is, by the protocol of sd_notify(3).
///
/// Without `NOTIFY_SOCKET` in the environment nobody asked, and nothing is sent. A message that cannot be delivered is
/// given up: a service must not fail because its manager is gone.
struct SystemdNotifier: Sendable {
  /// Something to tell; the words are those of sd_notify(3).
  enum Message: Sendable, Hashable {
    /// Start-up, or a reload, is done.
    case ready
    /// Settings are being read again; `ready` follows. Carries the time, as `Type=notify-reload` asks for it.
    case reloading
    case stopping
    /// The watchdog's sign of life.
    case watchdog
    /// A line for `systemctl status`.
    case status(String)
  }

  /// How often a sign of life is due: half of what the service manager waits for; nil where it waits for none.
  let watchdogInterval: Duration?
  private let socket: NotifySocket?

  /// - Parameters:
  ///   - environment: `NOTIFY_SOCKET`, `WATCHDOG_USEC` and `WATCHDOG_PID` are looked at.
  ///   - process: the id of this process: a watchdog that was set for another one is not ours.
  init(environment: [String: String], process: Int32 = getpid()) {
    socket = environment["NOTIFY_SOCKET"].flatMap(NotifySocket.init(address:))
    let isOurs = environment["WATCHDOG_PID"].map { $0 == String(process) } ?? true
    if socket != nil, isOurs, let limit = environment["WATCHDOG_USEC"].flatMap(Int64.init), limit > 1 {
      watchdogInterval = .microseconds(limit / 2)
    } else {
      watchdogInterval = nil
    }
  }

  /// Sends messages as one datagram.
  ///
  /// When the manager is behind with reading, it is tried again for about a second.
  func notify(_ messages: Message...) async {
    guard let socket else { return }
    let datagram = Array(messages.map(\.text).joined(separator: "\n").utf8)
    for _ in 0..<20 {
      guard socket.send(datagram) == .full else { return }
      do { try await Task.sleep(for: .milliseconds(50)) } catch { return }
    }
  }

  /// Sends signs of life until the task is cancelled; returns at once where no watchdog waits.
  ///
  /// - Parameter isAlive: asked each time; while it says no, nothing is sent, and the manager restarts the service.
  func keepAlive(while isAlive: @Sendable () async -> Bool) async {
    guard let watchdogInterval else { return }
    while !Task.isCancelled {
      if await isAlive() { await notify(.watchdog) }
      do { try await Task.sleep(for: watchdogInterval) } catch { return }
    }
  }
}

extension SystemdNotifier.Message {
  /// The assignment as it is sent.
  fileprivate var text: String {
    switch self {
    case .ready: "READY=1"
    case .reloading: "RELOADING=1\nMONOTONIC_USEC=\(Self.monotonicMicroseconds())"
    case .stopping: "STOPPING=1"
    case .watchdog: "WATCHDOG=1"
    case .status(let line): "STATUS=" + line.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
  }

  private static func monotonicMicroseconds() -> Int64 {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Int64(now.tv_sec) * 1_000_000 + Int64(now.tv_nsec) / 1_000
  }
}
