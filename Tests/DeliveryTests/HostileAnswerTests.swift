import Delivery
import DeliveryTestSupport
import Foundation
import TestSupport
import Testing

/// Answers that want to fill the memory; each is read by a process of its own, so that what it costs can be measured.
@Suite(.enabled(if: FakeNetwork.isAvailable, "left out: no C compiler"), .timeLimit(.minutes(10)))
struct HostileAnswerTests {
  private static let isLong = ProcessInfo.processInfo.environment["DAYBOOK_LONG_TESTS"] == "1"
  private static let mostRead = 256 << 10
  private static let mostGrowth = 16 << 10

  @Test(arguments: ["/body", "/headers", "/long-header", "/bomb", "/chunks"])
  func costsLittle(_ path: String) async throws {
    try await withTemporaryFolder { folder in
      let bomb = path == "/bomb" ? try Self.bomb(in: folder, megabytes: Self.isLong ? 1_024 : 64) : []
      let server = try LoopbackServer(keepsRequests: false) { request in
        switch request.path {
        case "/body": .endless(head: "HTTP/1.1 200 OK\r\n\r\n", piece: "no end ")
        case "/headers": .endless(head: "HTTP/1.1 200 OK\r\n", piece: "X-More: and more\r\n")
        case "/long-header": .endless(head: "HTTP/1.1 200 OK\r\nX-Long: ", piece: "and on ")
        case "/chunks":
          .endless(head: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", piece: "1;ext=\"x\"\r\na\r\n")
        case "/bomb": .bytes(bomb)
        default: .answer(200)
        }
      }
      let network = try FakeNetwork(in: folder)
      let helper = try ChildProcess(
        "DelivererHelper", ["answer", path, "\(server.port)"], environment: network.environment())
      let said = try helper.text()
      server.stop()
      let grown = try #require(said.firstMatch(of: /grew (-?\d+)/).flatMap { Int($0.1) }, "\(said)")
      let read = try #require(network.receivedBytes())
      #expect(grown <= Self.mostGrowth)
      // Something was read, or the count would say nothing.
      #expect(read > 1_000 && read <= Self.mostRead)
      #expect(path.contains("header") ? said.hasPrefix("failure tooLarge") : said.hasPrefix("status 200"), "\(said)")
      if Self.isLong { print("an answer with \(path.dropFirst()): \(read) bytes read, memory + \(grown) KiB") }
    }
  }

  /// An answer whose small body swells to many megabytes when somebody unpacks it.
  private static func bomb(in folder: URL, megabytes: Int) throws -> [UInt8] {
    let file = folder.appending(path: "bomb.gz")
    let packing = try ChildProcess(
      program: "/bin/sh", ["-c", "head -c \(megabytes)M /dev/zero | gzip -c > '\(file.path)'"])
    _ = try packing.text()
    let packed = try Data(contentsOf: file)
    try #require(packed.count > megabytes * 900)
    let head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(packed.count)\r\n\r\n"
    return Array(head.utf8) + packed
  }
}
