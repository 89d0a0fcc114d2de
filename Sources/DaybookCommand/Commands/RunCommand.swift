internal import ArgumentParser
internal import FoundationEssentials

/// `daybook run`: the daemon.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run the schedules and deliver what is due, until a signal ends it.",
    discussion: """
      It makes what is due as `daybook tick` does, and delivers what this and any other command accepts. Changes of \
      settings, timelines, templates and drafts are taken over at once: what an editor approves late is sent then. \
      Settings with errors change nothing: the last ones without any stay in force, and the log says so.

      SIGNALS
        SIGTERM, SIGINT   end: what is under way has the grace time to finish;
                          a second one ends it at once
        SIGHUP            read the settings and the secrets again

      EXIT CODES
        0       a signal ended it
        69, 73  the state database cannot be used or written, or the address of the
                health pages is taken
        78      the settings have errors at the start

      EXAMPLES
        daybook run
        daybook run --health 127.0.0.1:9464      /livez, /readyz and /metrics
        daybook run --log-format json --grace 60
      """)

  @OptionGroup var options: PublicationOptions
  @Option(
    help: ArgumentHelp("Serve /livez, /readyz and /metrics on this address of this machine.", valueName: "host:port"))
  var health: String?
  @Option(help: "How lines of the log look: text or json.")
  var logFormat = LogFormat.text
  @Option(help: ArgumentHelp("How long what is under way may go on after a signal to end.", valueName: "seconds"))
  var grace = 20

  func validate() throws {
    guard (0...3_600).contains(grace) else { throw ValidationError("--grace takes seconds, from 0 to 3600") }
  }

  func run() async throws {
    let signals = await ProcessSignals.trap()
    let address = try health.map { text throws(CommandFailure) in try HealthAddress(text) }
    let workspace = try Workspace(options)
    let environment = ProcessInfo.processInfo.environment
    let secrets = LogSecrets(workspace.knownSecrets())
    let output = LogOutput.standardError(format: logFormat, secrets: secrets, environment: environment)
    let service = Service(
      live: LiveWorkspace(workspace), clock: .system, notifier: SystemdNotifier(environment: environment),
      logger: output.logger(), secrets: secrets, health: address, grace: .seconds(grace))
    try await service.run(signals: signals)
  }
}

extension LogFormat: ExpressibleByArgument {}
