internal import ArgumentParser
internal import Delivery
internal import FoundationEssentials

/// `daybook inbox`: a local receiver to try webhooks out.
struct InboxCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inbox",
    abstract: "Receive webhooks on this machine: shows what arrives, and verifies its signature.",
    discussion: """
      In a publication, the secrets of its webhooks are known, and a message that none of them signed is refused.

      EXAMPLES
        daybook inbox                              http://127.0.0.1:8787, until Ctrl-C
        daybook inbox --status 503 --delay 2s      see how Daybook tries again
        daybook inbox --output received.jsonl      keep what came, a line of JSON each
      """)

  @OptionGroup var options: PublicationOptions
  @Option(help: "The port on 127.0.0.1; 0 takes a free one.")
  var port = 8_787
  @Option(help: ArgumentHelp("The HTTP status of every answer.", valueName: "code"))
  var status = 200
  @Option(help: ArgumentHelp("How long to dawdle before every answer, as in 2s, 500ms or 1m.", valueName: "time"))
  var delay = WaitArgument.none
  @Option(help: ArgumentHelp("Keep what came in this file, a line of JSON each.", valueName: "file"))
  var output: String?
  @Flag(help: "Print what came as lines of JSON.")
  var json = false

  func validate() throws {
    guard (0...65_535).contains(port) else { throw ValidationError("--port takes a number from 0 to 65535") }
    guard (200...599).contains(status) else { throw ValidationError("--status takes a number from 200 to 599") }
  }

  func run() async throws {
    let workspace = try Workspace.ifAny(options)
    let log = try output.map { try InboxLog(path: $0) }
    let (json, port) = (json, port)
    let server = InboxServer(
      port: port, status: status, delay: delay.duration,
      receive: { request in
        let now = Date()
        // A secret that was put in place meanwhile counts; while the settings are broken, the last ones hold.
        let latest = workspace.map { old in (try? Workspace(in: old.folder, seenFrom: old.folder.path)) ?? old }
        let secrets = latest?.knownSecrets() ?? []
        let verdict = request.verdict(secrets: secrets, now: now)
        let row = InboxRow(request, verdict: verdict, at: now)
        let line = try row.jsonLine()
        try await log?.append(line)
        Console.print(json ? line : row.line)
        return verdict
      },
      listening: { port in
        let message = "Listening on http://127.0.0.1:\(port) (Ctrl-C ends it)"
        if json { Console.message(message) } else { Console.print(message) }
      })
    do {
      try await server.run()
    } catch {
      guard let failure = CommandFailure(error) else {
        throw CommandFailure(.unavailable, "cannot listen on 127.0.0.1:\(port); is another program there? Try --port 0")
      }
      throw failure
    }
  }
}
