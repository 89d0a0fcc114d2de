import Delivery
import DeliveryTestSupport
import Foundation
import Synchronization
import TestSupport
import Testing

/// Secrets with a mark in them, searched for wherever Daybook writes, against receivers that echo all they get.
@Suite(.timeLimit(.minutes(10)))
struct CanaryTests {
  /// Each in another place: a signing key, an address, an API key that goes out in a header.
  private static let canaries = ["Q0FOQVJZLW9uZS1vZi0yNC1ieXRlcw", "CANARY-two-T0/B0", "CANARY-three-api-key"]

  @Test func noSecretIsWrittenAnywhere() async throws {
    try await withTemporaryFolder { folder in
      let commandLines = Mutex<Set<String>>([])
      let server = try LoopbackServer { request in
        commandLines.withLock { $0.formUnion(Self.commandLines()) }
        let echo = request.headers.map { "\($0.name): \($0.value)" }.joined(separator: "\n")
        let headers = [
          HTTPHeader(name: "X-Echo", value: request.path), HTTPHeader(name: "Location", value: request.path),
        ]
        return .answer(
          request.path.contains("desk") ? 500 : 400, headers: headers,
          body: "no \(request.path) with\n\(echo)\n\(String(decoding: request.body, as: UTF8.self))")
      }
      try Self.publication(in: folder, port: server.port)
      let environment = [
        "DESK_KEY": "whsec_" + Self.canaries[0], "TEAM_URL": "http://127.0.0.1:\(server.port)/\(Self.canaries[1])",
      ]
      let commands = [
        ["draft", "--date", "2024-09-09"], ["approve", "2024-09-05-x-nuguse-wins-zurich", "2024-W37-newsletter"],
        ["send", "--dry-run", "--json", "--to", "desk"],
        ["send", "--json", "--to", "desk", "--to", "team", "--to", "letter"],
        ["send", "--to", "desk", "--to", "team", "--to", "letter"], ["status"], ["status", "--json"], ["check"],
        ["deliveries"], ["deliveries", "list", "--json"], ["webhooks", "list"], ["webhooks", "list", "--json"],
        ["webhooks", "test", "desk"], ["webhooks", "test", "team"], ["webhooks", "test", "letter", "--json"],
      ]
      var said: [String: String] = [:]
      for command in commands {
        let run = try await CommandRun(arguments: command, in: folder, environment: environment)
        said[command.joined(separator: " ")] = run.output + run.messages
      }
      let rows = try await CommandRun("status", "--json", in: folder, environment: environment)
        .json(as: Rows.Status.self).deliveries
      #expect(Set(rows.map(\.webhook)) == ["desk", "team", "letter"])
      for row in rows {
        let run = try await CommandRun("deliveries", "show", row.id, in: folder, environment: environment)
        said["show \(row.webhook)"] = run.output + run.messages
      }
      server.stop()

      // The receivers really got, and echoed, what is searched for.
      let requests = server.requests
      #expect(requests.contains { $0.path.contains(Self.canaries[1]) })
      #expect(requests.contains { $0.headers.contains { $0.value.contains(Self.canaries[2]) } })
      #expect(said.values.contains { $0.contains(Redactor.mark) })
      #expect(commandLines.withLock { $0.contains { $0.contains("send") } })

      for canary in Self.canaries {
        for (command, text) in said { #expect(!text.contains(canary), "\(command)") }
        #expect(!commandLines.withLock { $0.contains { $0.contains(canary) } })
        #expect(try Self.files(with: canary, below: folder).filter { $0 != "letter.key" } == [])
      }
      for name in ["state.sqlite", "state.sqlite-wal", "state.sqlite-shm"] {
        guard let mode = Self.mode(folder.appending(path: ".daybook/\(name)")) else { continue }
        #expect(mode == 0o600, "\(name)")
      }
      #expect(Self.mode(folder.appending(path: ".daybook")) == 0o700)
    }
  }

  /// The sample publication with three webhooks, whose secrets come from three places.
  private static func publication(in folder: URL, port: Int) throws {
    try SamplePublication.copy(to: folder)
    try Data((canaries[2] + "\n").utf8).write(to: folder.appending(path: "letter.key"))
    let file = folder.appending(path: "daybook.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    let start = try #require(text.range(of: "webhooks:"))
    let webhooks = """
      webhooks:
        desk:
          url: http://127.0.0.1:\(port)/desk
          network: loopback
          secret: {env: DESK_KEY}
        team:
          url: {env: TEAM_URL}
          format: slack
          network: loopback
        letter:
          url: http://127.0.0.1:\(port)/letter
          format: buttondown
          network: loopback
          secret: {file: letter.key}

      """
    try (text[..<start.lowerBound] + webhooks).write(to: file, atomically: true, encoding: .utf8)
  }

  private static func commandLines() -> Set<String> {
    let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return Set(
      processes.filter { Int($0) != nil }.compactMap { process in
        FileManager.default.contents(atPath: "/proc/\(process)/cmdline").map { String(decoding: $0, as: UTF8.self) }
      })
  }

  private static func files(with text: String, below folder: URL) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { name in
      guard let data = FileManager.default.contents(atPath: folder.appending(path: name).path) else { return false }
      return data.range(of: Data(text.utf8)) != nil
    }
  }

  private static func mode(_ file: URL) -> Int? {
    (try? FileManager.default.attributesOfItem(atPath: file.path))?[.posixPermissions] as? Int
  }
}
