internal import CCurl
internal import Glibc

/// Owns a multi handle of libcurl, and waits for its sockets with epoll(7); made for one thread.
///
/// libcurl says which sockets and which point in time it waits for, and is told of those alone that have something:
/// its simpler interface looks at every transfer each time, so that many slow ones would slow down a quick one.
@safe final class CurlMulti {
  /// How many sockets are heard of at once; the others are next.
  private static let eventsAtOnce = 256

  private var handle: UnsafeMutableRawPointer?
  private let poller: Int32
  /// Becomes readable when another thread wants something.
  private let bell: Int32
  private let events: UnsafeMutablePointer<epoll_event>
  /// When libcurl wants to be called even if nothing has come.
  private var alarm: ContinuousClock.Instant?
  private let stall: LoopStall
  /// When it last came back from waiting.
  private var wokeUp: ContinuousClock.Instant?

  /// Makes one that also wakes when `bell`, which is its owner's, becomes readable, and notes in `stall` how long it
  /// did not look at its sockets.
  init?(bell: Int32, stall: LoopStall) {
    let poller = epoll_create1(Int32(EPOLL_CLOEXEC))
    guard poller >= 0 else { return nil }
    guard Self.listen(bell, for: EPOLLIN.rawValue, EPOLL_CTL_ADD, in: poller),
      let handle = unsafe curl_multi_init()
    else {
      Glibc.close(poller)
      return nil
    }
    unsafe self.handle = handle
    self.poller = poller
    self.bell = bell
    self.stall = stall
    unsafe events = .allocate(capacity: Self.eventsAtOnce)
    let context = unsafe Unmanaged.passUnretained(self).toOpaque()
    _ = unsafe daybook_multi_set_pointer(handle, CURLMOPT_SOCKETDATA, context)
    _ = unsafe daybook_multi_set_socket(handle, Self.socketChanged)
    _ = unsafe daybook_multi_set_pointer(handle, CURLMOPT_TIMERDATA, context)
    _ = unsafe daybook_multi_set_timer(handle, Self.alarmChanged)
  }

  deinit {
    close()
    Glibc.close(poller)
    unsafe events.deallocate()
  }

  /// Closes the handle and every connection, once no transfer is in it; nothing may be asked of it afterwards.
  func close() {
    guard let open = unsafe handle else { return }
    // libcurl tells of each connection's end.
    _ = unsafe curl_multi_cleanup(open)
    unsafe handle = nil
  }

  /// How many idle connections are kept.
  func keep(connections: Int) {
    _ = unsafe daybook_multi_set_long(handle, CURLMOPT_MAXCONNECTS, connections)
  }

  /// Begins a transfer; false where libcurl refuses it.
  func add(_ easy: CurlEasy) -> Bool {
    unsafe curl_multi_add_handle(handle, easy.handle) == CURLM_OK
  }

  /// Takes a transfer out, finished or not.
  func remove(_ easy: CurlEasy) {
    _ = unsafe curl_multi_remove_handle(handle, easy.handle)
  }

  /// The next transfer that has finished, and how; nil where there is none.
  func nextDone() -> (easy: UInt, code: CURLcode)? {
    var left: Int32 = 0
    while let message = unsafe curl_multi_info_read(handle, &left) {
      guard unsafe message.pointee.msg == CURLMSG_DONE else { continue }
      return unsafe (UInt(bitPattern: message.pointee.easy_handle), message.pointee.data.result)
    }
    return nil
  }

  /// Lets libcurl do what is due by its own clock; to be called after every change, since that makes things due.
  func act() {
    guard let alarm, alarm <= .now else { return }
    self.alarm = nil
    actOnTime()
  }

  /// Waits at most so many milliseconds, and lets libcurl work on the sockets that have something.
  func wait(atMost milliseconds: Int32) {
    if let wokeUp { stall.note(wokeUp.duration(to: .now)) }
    let count = unsafe epoll_wait(poller, events, Int32(Self.eventsAtOnce), untilAlarm(atMost: milliseconds))
    wokeUp = .now
    // After an idle wait libcurl looks around, whatever its own alarm says.
    if count == 0 { actOnTime() }
    for index in 0..<max(0, Int(count)) {
      let event = unsafe events[index]
      let descriptor = unsafe event.data.fd
      guard descriptor != bell else { continue }
      var running: Int32 = 0
      _ = unsafe curl_multi_socket_action(handle, descriptor, Self.readiness(event.events), &running)
    }
  }

  private func actOnTime() {
    var running: Int32 = 0
    _ = unsafe curl_multi_socket_action(handle, CURL_SOCKET_TIMEOUT, 0, &running)
  }

  private func untilAlarm(atMost milliseconds: Int32) -> Int32 {
    guard let alarm else { return milliseconds }
    let left = Double(seconds: ContinuousClock.now.duration(to: alarm)) * 1_000
    return max(0, min(milliseconds, Int32(left.rounded(.up))))
  }

  // MARK: What libcurl waits for

  private static let socketChanged: curl_socket_callback = { _, socket, what, context, _ in
    guard let context = unsafe context else { return 0 }
    let multi = unsafe Unmanaged<CurlMulti>.fromOpaque(context).takeUnretainedValue()
    multi.listen(socket, what)
    return 0
  }

  private static let alarmChanged: curl_multi_timer_callback = { _, milliseconds, context in
    guard let context = unsafe context else { return 0 }
    let multi = unsafe Unmanaged<CurlMulti>.fromOpaque(context).takeUnretainedValue()
    multi.alarm = milliseconds < 0 ? nil : .now + .milliseconds(milliseconds)
    return 0
  }

  private func listen(_ socket: curl_socket_t, _ what: Int32) {
    guard what != CURL_POLL_REMOVE else {
      // It may be closed already, which takes it out as well.
      _ = epoll_ctl(poller, EPOLL_CTL_DEL, socket, nil)
      return
    }
    let wanted =
      (what & CURL_POLL_IN != 0 ? EPOLLIN.rawValue : 0) | (what & CURL_POLL_OUT != 0 ? EPOLLOUT.rawValue : 0)
    if !Self.listen(socket, for: wanted, EPOLL_CTL_MOD, in: poller) {
      _ = Self.listen(socket, for: wanted, EPOLL_CTL_ADD, in: poller)
    }
  }

  private static func listen(_ descriptor: Int32, for events: UInt32, _ operation: Int32, in poller: Int32) -> Bool {
    var event = unsafe epoll_event()
    unsafe event.events = events
    unsafe event.data.fd = descriptor
    return unsafe epoll_ctl(poller, operation, descriptor, &event) == 0
  }

  /// What libcurl calls it; after an error both kinds of use say what it was.
  private static func readiness(_ events: UInt32) -> Int32 {
    if events & (EPOLLERR.rawValue | EPOLLHUP.rawValue) != 0 { return CURL_CSELECT_IN | CURL_CSELECT_OUT }
    return (events & EPOLLIN.rawValue != 0 ? CURL_CSELECT_IN : 0)
      | (events & EPOLLOUT.rawValue != 0 ? CURL_CSELECT_OUT : 0)
  }
}
