import Delivery
import DeliveryTestSupport
import Foundation
import TestSupport
import Testing

private let tools = ["/usr/bin/openssl", "/usr/bin/python3"]
private let areToolsThere = tools.allSatisfy { FileManager.default.isExecutableFile(atPath: $0) }

/// Certificates are always verified; a private authority needs to be named.
@Suite(.enabled(if: areToolsThere, "left out: openssl or python3 is not installed"), .timeLimit(.minutes(10)))
struct TLSTests {
  /// An HTTPS server in Python; it prints its port, and answers every POST with 204.
  private static let server = """
    import http.server, ssl, sys
    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        def do_POST(self):
            if sys.argv[3]:
                self.rfile.read(1000)
                self.close_connection = True
                self.connection.close()
                return
            self.rfile.read(int(self.headers["content-length"]))
            self.send_response(204)
            self.end_headers()
        def log_message(self, *words): pass
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[1], sys.argv[2])
    server.socket = context.wrap_socket(server.socket, server_side=True)
    print(server.server_address[1], flush=True)
    server.serve_forever()
    """

  /// Runs a server whose certificate is good for one host name alone, and gives its port and the certificate's file.
  private func withServer(
    named name: String, hangsUp: Bool = false, _ body: (Int, String) async throws -> Void
  ) async throws {
    try await withTemporaryFolder { folder in
      let certificate = folder.appending(path: "certificate.pem").path
      let key = folder.appending(path: "key.pem").path
      let made = try ChildProcess(
        program: tools[0],
        [
          "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=test", "-addext",
          "subjectAltName=\(name)", "-keyout", key, "-out", certificate,
        ])
      _ = try made.text()
      try #require(made.exitCode == 0)
      let server = try ChildProcess(program: tools[1], ["-c", Self.server, certificate, key, hangsUp ? "hang-up" : ""])
      defer { server.kill() }
      let port = try #require(Int(server.piece().trimmingCharacters(in: .whitespacesAndNewlines)))
      try await body(port, certificate)
    }
  }

  private func request(port: Int, caFile: String?) throws -> OutgoingRequest {
    OutgoingRequest(
      url: try WebhookURL("https://127.0.0.1:\(port)/", network: .loopback), network: .loopback, headers: [],
      body: Array("{}".utf8),
      deadlines: Deadlines(connect: .seconds(5), firstByte: .seconds(5), whole: .seconds(6)), caFile: caFile)
  }

  @Test func aPrivateAuthorityIsTrustedWhereItIsNamedAndNowhereElse() async throws {
    try await withServer(named: "IP:127.0.0.1") { port, certificate in
      let loop = try CurlLoop()
      let stranger = await loop.outcome(of: try request(port: port, caFile: nil))
      #expect(stranger.failureKind == .tls)
      #expect(try await loop.send(request(port: port, caFile: certificate)).status == 204)
      // The connection that stands is not good for a webhook that trusts nobody new.
      #expect(await loop.outcome(of: try request(port: port, caFile: nil)).failureKind == .tls)
      let missing = await loop.outcome(of: try request(port: port, caFile: certificate + ".none"))
      #expect(missing.failureKind == .tls)
      await loop.stop()
    }
  }

  @Test func aCertificateForAnotherHostIsRefused() async throws {
    try await withServer(named: "DNS:example.org") { port, certificate in
      let loop = try CurlLoop()
      let outcome = await loop.outcome(of: try request(port: port, caFile: certificate))
      #expect(outcome.failureKind == .tls)
      await loop.stop()
    }
  }

  @Test func aServerThatHangsUpInTheMiddleOfABodyIsAFailure() async throws {
    try await withServer(named: "IP:127.0.0.1", hangsUp: true) { port, certificate in
      let loop = try CurlLoop()
      for _ in 0..<5 {
        var request = try request(port: port, caFile: certificate)
        request.body = Array(repeating: 0x20, count: 8_000_000)
        #expect(await loop.outcome(of: request).failureKind != nil)
      }
      await loop.stop()
    }
  }

  @Test func plainTextWhereTLSIsExpectedIsAFailure() async throws {
    let server = try LoopbackServer { _ in .answer(200) }
    let loop = try CurlLoop()
    #expect(await loop.outcome(of: try request(port: server.port, caFile: nil)).failureKind != nil)
    #expect(server.requests.isEmpty)
    await loop.stop()
    server.stop()
  }
}
