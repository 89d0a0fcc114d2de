internal import FoundationEssentials

/// The clock on the wall, and how one waits by it.
struct ServiceClock: Sendable {
  var now: @Sendable () -> Date
  var sleep: @Sendable (Duration) async throws -> Void

  /// This machine's.
  static let system = ServiceClock(now: { Date() }, sleep: { try await Task.sleep(for: $0) })

  /// What it shows, in whole seconds since 1970, rounded down.
  var seconds: Int { Int(now().timeIntervalSince1970.rounded(.down)) }
}
