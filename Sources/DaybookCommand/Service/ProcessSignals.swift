internal import UnixSignals

/// What somebody asks of a running service by a signal.
enum ProcessSignal: Sendable, Hashable {
  /// SIGTERM: end gracefully.
  case terminate
  /// SIGINT, as Ctrl-C sends it; whoever gets it twice should not wait any longer.
  case interrupt
  /// SIGHUP: read the settings again.
  case reload
}

/// The signals that reach this process.
enum ProcessSignals {
  /// Takes SIGTERM, SIGINT and SIGHUP over; once in a process.
  ///
  /// From here on, none of them ends the process by itself. The sequence ends when the task that reads it is cancelled.
  /// Two equal signals that arrive in one instant are one, as everywhere in Unix.
  ///
  /// ```swift
  /// for await signal in await ProcessSignals.trap() { … }
  /// ```
  static func trap() async -> some AsyncSequence<ProcessSignal, Never> & Sendable {
    await UnixSignalsSequence(trapping: .sigterm, .sigint, .sighup).map { signal in
      switch signal {
      case .sigint: ProcessSignal.interrupt
      case .sighup: .reload
      default: .terminate
      }
    }
  }
}
