import Delivery
import DeliveryTestSupport
import Foundation
import TestSupport
import Testing

private let openssl = "/usr/bin/openssl"
private let nginx = "/usr/sbin/nginx"
private let areToolsThere = [openssl, nginx].allSatisfy { FileManager.default.isExecutableFile(atPath: $0) }

/// A server that has HTTP/2: nginx with TLS, before a server of the test's own.
@Suite(.enabled(if: areToolsThere, "left out: nginx or openssl is not installed"), .timeLimit(.minutes(10)))
struct MultiplexingTests {
  /// A line of nginx's log: the number of the connection and the protocol.
  private typealias Line = (connection: String, version: String)

  /// Runs nginx in a folder before the server at `upstream`, and gives the body a request to it and its log so far.
  private func withServer(
    before upstream: Int, versions: String, _ body: (OutgoingRequest, () throws -> [Line]) async throws -> Void
  ) async throws {
    try await withTemporaryFolder { folder in
      let path = folder.path
      let made = try ChildProcess(
        program: openssl,
        [
          "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=test", "-addext",
          "subjectAltName=IP:127.0.0.1", "-keyout", "\(path)/key.pem", "-out", "\(path)/certificate.pem",
        ])
      _ = try made.text()
      try #require(made.exitCode == 0)
      let port = try FreePort.take()
      let settings = """
        \(geteuid() == 0 ? "user root;" : "") worker_processes 1; daemon off; pid \(path)/pid; error_log \(path)/errors;
        events { worker_connections 512; }
        http {
          log_format line '$connection $server_protocol'; access_log \(path)/log line;
          client_body_temp_path \(path)/1; proxy_temp_path \(path)/2; fastcgi_temp_path \(path)/3;
          uwsgi_temp_path \(path)/4; scgi_temp_path \(path)/5;
          server {
            listen 127.0.0.1:\(port) ssl \(versions);
            ssl_certificate certificate.pem; ssl_certificate_key key.pem;
            location / { proxy_pass http://127.0.0.1:\(upstream); proxy_buffering off; proxy_read_timeout 50s; }
          }
        }
        """
      try settings.write(toFile: "\(path)/nginx.conf", atomically: true, encoding: .utf8)
      let server = try ChildProcess(program: nginx, ["-c", "\(path)/nginx.conf", "-p", path, "-e", "\(path)/errors"])
      defer {
        server.send(SIGTERM)
        _ = try? server.text()
      }
      while !FreePort.isTaken(port) { try await Task.sleep(for: .milliseconds(20)) }
      let request = OutgoingRequest(
        url: try WebhookURL("https://127.0.0.1:\(port)/", network: .loopback), network: .loopback, headers: [],
        body: Array(repeating: 0x20, count: 2_000), deadlines: LoopbackServer.patience,
        caFile: "\(path)/certificate.pem")
      try await body(request) {
        try String(contentsOfFile: "\(path)/log", encoding: .utf8).split(separator: "\n").map { line in
          let words = line.split(separator: " ").map(String.init)
          return (words[0], words[1])
        }
      }
    }
  }

  private func statuses(_ count: Int, _ request: OutgoingRequest, _ loop: CurlLoop) async throws -> [Int] {
    try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<count { group.addTask { try await loop.send(request).status } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
  }

  @Test func fiftyRequestsAtOnceShareOneConnection() async throws {
    let gate = Gate()
    let upstream = try LoopbackServer { _ in
      gate.pass()
      return .answer(200, body: "ok")
    }
    try await withServer(before: upstream.port, versions: "http2") { request, log in
      let loop = try CurlLoop()
      async let first = statuses(50, request, loop)
      // All are under way at once; only then is the first one answered.
      while gate.waiting < 50 { try await Task.sleep(for: .milliseconds(5)) }
      gate.open()
      #expect(try await first == Array(repeating: 200, count: 50))
      #expect(try await statuses(50, request, loop) == Array(repeating: 200, count: 50))
      await loop.stop()
      let lines = try log()
      #expect(lines.count == 100)
      #expect(Set(lines.map(\.version)) == ["HTTP/2.0"])
      #expect(Set(lines.map(\.connection)).count == 1)
    }
    upstream.stop()
  }

  @Test func aServerWithoutItIsSpokenToAsBefore() async throws {
    let upstream = try LoopbackServer { _ in .answer(204) }
    try await withServer(before: upstream.port, versions: "") { request, log in
      let loop = try CurlLoop(limits: CurlLoop.Limits(inFlight: 8, perHost: 4))
      #expect(try await statuses(40, request, loop) == Array(repeating: 204, count: 40))
      await loop.stop()
      let lines = try log()
      #expect(Set(lines.map(\.version)) == ["HTTP/1.1"])
      #expect(Set(lines.map(\.connection)).count <= 8)
    }
    upstream.stop()
  }

  @Test func anEndlessBodyOnASharedConnectionIsReadNoFurtherThanItsBound() async throws {
    let upstream = try LoopbackServer { _ in .endless(head: "HTTP/1.1 500 Oh\r\n\r\n", piece: "no end ") }
    try await withServer(before: upstream.port, versions: "http2") { request, log in
      let loop = try CurlLoop()
      for _ in 0..<3 {
        let answer = try await loop.send(request)
        #expect(answer.status == 500)
        #expect(answer.body.count == 16_384)
      }
      await loop.stop()
      #expect(Set(try log().map(\.version)) == ["HTTP/2.0"])
    }
    upstream.stop()
  }
}
