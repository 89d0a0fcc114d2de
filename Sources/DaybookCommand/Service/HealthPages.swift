internal import ArgumentParser
internal import Logging

/// The health pages of a service, from the moment at which they can be read.
struct HealthPages: Sendable {
  private let server: Task<Void, Never>?

  /// Serves where an address is given, and returns when somebody can ask.
  ///
  /// - Throws: ``CommandFailure`` when the address cannot be had.
  static func start(
    at address: HealthAddress?, logger: Logger, report: @escaping @Sendable () async -> HealthReport
  ) async throws(CommandFailure) -> HealthPages {
    guard let address else { return HealthPages(server: nil) }
    let (answers, answer) = AsyncStream.makeStream(of: Result<HealthAddress, CommandFailure>.self)
    let server = Task {
      let server = HealthServer(
        address: address, version: Daybook.configuration.version, report: report,
        listening: { answer.yield(.success($0)) })
      do {
        try await server.run()
      } catch {
        answer.yield(.failure(CommandFailure(error) ?? CommandFailure(.unavailable, "\(address): \(error)")))
      }
      answer.finish()
    }
    for await first in answers {
      let real = try first.get()
      logger.notice("health pages: \(real)/livez, /readyz and /metrics")
      break
    }
    return HealthPages(server: server)
  }

  func cancel() {
    server?.cancel()
  }
}
