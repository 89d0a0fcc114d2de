package import Delivery

extension LoopbackServer {
  /// Deadlines that a busy machine keeps; a test of a deadline has its own.
  package static let patience = Deadlines(connect: .seconds(50), firstByte: .seconds(50), whole: .seconds(50))

  /// An address on this server.
  package func url(_ path: String = "/hook", isSecret: Bool = false) throws -> WebhookURL {
    try WebhookURL("http://127.0.0.1:\(port)\(path)", network: .loopback, isSecret: isSecret)
  }

  /// A webhook that leads here.
  package func webhook(_ name: String = "desk", path: String = "/hook", secrets: [Secret] = []) throws -> Webhook {
    Webhook(
      name: name, url: try url(path), secrets: secrets, network: .loopback,
      deadlines: Self.patience)
  }

  /// A request to it.
  package func request(
    _ path: String = "/hook", headers: [HTTPHeader] = [], body: String = "{}",
    deadlines: Deadlines = patience
  ) throws -> OutgoingRequest {
    OutgoingRequest(
      url: try url(path), network: .loopback, headers: headers, body: Array(body.utf8), deadlines: deadlines)
  }
}

extension Transport {
  /// How sending ends, as a value.
  package func outcome(of request: OutgoingRequest) async -> Result<HTTPAnswer, TransferFailure> {
    do throws(TransferFailure) {
      return .success(try await send(request))
    } catch {
      return .failure(error)
    }
  }
}

extension Result where Failure == TransferFailure {
  /// What kind of failure it is; nil for a success.
  package var failureKind: TransferFailure.Kind? {
    if case .failure(let failure) = self { failure.kind } else { nil }
  }
}
