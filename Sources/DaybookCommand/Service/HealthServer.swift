internal import HTTPTypes
internal import Hummingbird
internal import Logging

/// Serves how the service is: `/livez` and `/readyz` for probes, `/metrics` for Prometheus.
///
/// A probe gets 200 and `ok`, or 503 and the reasons, one a line. No page shows a secret or an address.
struct HealthServer {
  var address: HealthAddress
  var version: String
  /// Asked on every request.
  var report: @Sendable () async -> HealthReport
  /// Called with the address when the server listens; its port is the real one where 0 was asked for.
  var listening: @Sendable (HealthAddress) -> Void = { _ in }

  /// Serves until the task is cancelled.
  ///
  /// - Throws: ``CommandFailure`` when the address cannot be had.
  func run() async throws {
    var logger = Logger(label: "daybook.health") { _ in SwiftLogNoOpLogHandler() }
    logger.logLevel = .critical
    let application = Application(
      router: router(),
      configuration: ApplicationConfiguration(
        address: .hostname(address.host, port: address.port), serverName: "daybook"),
      onServerRunning: { [address, listening] channel in
        var real = address
        real.port = channel.localAddress?.port ?? address.port
        listening(real)
      },
      logger: logger)
    do {
      try await application.run()
    } catch let error where !(error is CancellationError) {
      throw CommandFailure(
        .unavailable, "cannot listen on \(address); is another program there? Take another port with --health")
    }
  }

  private func router() -> Router<BasicRequestContext> {
    let router = Router(options: .autoGenerateHeadEndpoints)
    router.get("livez") { [report] _, _ in Self.verdict(await report().notAlive) }
    router.get("readyz") { [report] _, _ in Self.verdict(await report().notReady) }
    router.get("metrics") { [report, version] _, _ in
      Self.answer(await report().metrics(version: version, process: ProcessFigures()), type: MetricsText.contentType)
    }
    return router
  }

  private static func verdict(_ reasons: [String]) -> Response {
    if reasons.isEmpty { return answer("ok\n") }
    return answer(reasons.map { $0 + "\n" }.joined(), status: .serviceUnavailable)
  }

  private static func answer(
    _ text: String, status: HTTPResponse.Status = .ok, type: String = "text/plain; charset=utf-8"
  ) -> Response {
    Response(
      status: status, headers: [.contentType: type, .cacheControl: "no-store"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }
}
