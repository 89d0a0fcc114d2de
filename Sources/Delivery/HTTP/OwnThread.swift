internal import Glibc

/// Starts threads for C that blocks, away from Swift's cooperative pool.
package enum OwnThread {
  private final class Start {
    let body: () -> Void

    init(_ body: @escaping () -> Void) {
      self.body = body
    }
  }

  /// Runs `body` on a new thread, to which all that it holds goes over; false where none can be had.
  ///
  /// The thread gets no SIGPIPE: OpenSSL writes to sockets without saying that it wants none, and libcurl leaves the
  /// signal alone when NOSIGNAL is set.
  package static func start(_ body: sending @escaping () -> Void) -> Bool {
    let start = unsafe Unmanaged.passRetained(Start(body))
    var thread = pthread_t()
    let result = unsafe pthread_create(
      &thread, nil,
      { context in
        var signals = sigset_t()
        unsafe sigemptyset(&signals)
        unsafe sigaddset(&signals, SIGPIPE)
        unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
        if let context = unsafe context { unsafe Unmanaged<Start>.fromOpaque(context).takeRetainedValue().body() }
        return nil
      }, start.toOpaque())
    guard result == 0 else {
      unsafe start.release()
      return false
    }
    pthread_detach(thread)
    return true
  }
}
