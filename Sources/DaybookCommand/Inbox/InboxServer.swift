internal import Delivery
internal import HTTPTypes
internal import Hummingbird
internal import Logging

/// A local receiver of webhooks: hands every delivery to `receive` and answers what the user asked for.
struct InboxServer {
  /// What a receiver would refuse; a webhook's message is far smaller.
  private static let mostBytes = 32 << 20

  var port: Int
  var status: Int
  var delay: Duration
  /// Judges and shows what came; what it returns decides the answer.
  var receive: @Sendable (InboxRequest) async throws -> InboxVerdict
  /// Called with the port when the server listens; port 0 asks the system for a free one.
  var listening: @Sendable (Int) -> Void

  /// Serves until the task is cancelled.
  func run() async throws {
    var logger = Logger(label: "daybook.inbox")
    logger.logLevel = .error
    let router = Router()
    router.post("**") { request, _ -> Response in
      try await answer(request)
    }
    let application = Application(
      router: router,
      configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port), serverName: "daybook-inbox"),
      onServerRunning: { channel in listening(channel.localAddress?.port ?? port) },
      logger: logger)
    try await application.run()
  }

  private func answer(_ request: Request) async throws -> Response {
    var body: [UInt8] = []
    for try await chunk in request.body {
      body.append(contentsOf: chunk.readableBytesView)
      guard body.count <= Self.mostBytes else { return text("too large", status: .contentTooLarge) }
    }
    let headers = request.headers.map { HTTPHeader(name: $0.name.canonicalName, value: $0.value) }
    let verdict = try await receive(InboxRequest(path: request.uri.path, headers: headers, body: body))
    if delay > .zero { try await Task.sleep(for: delay) }
    switch verdict {
    case .forged(let reason): return text(reason, status: .unauthorized)
    case .verified, .unsigned: return text("ok", status: HTTPResponse.Status(code: status))
    }
  }

  private func text(_ text: String, status: HTTPResponse.Status) -> Response {
    Response(
      status: status, headers: [.contentType: "text/plain"], body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }
}
