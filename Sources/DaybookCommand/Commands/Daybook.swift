internal import ArgumentParser

/// The command line: its name, its version and its sub-commands.
struct Daybook: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "daybook",
    abstract: "Turns a timeline into weekly newsletter issues and social posts, and sends them to webhooks.",
    discussion: """
      `daybook help COMMAND` tells what a command does, `daybook help TOPIC` how something works.

      TOPICS
      \(HelpTopic.list)

      EXAMPLES
        daybook init club                 a publication to begin with
        daybook draft                     this week's newsletter and posts
        daybook help timeline             how an entry is written
      """,
    version: "0.1.0",
    subcommands: [
      InitCommand.self, ImportCommand.self, CheckCommand.self, PickCommand.self, DraftCommand.self, CountCommand.self,
      ContextCommand.self, StatusCommand.self, ApproveCommand.self, UnapproveCommand.self, SendCommand.self,
      DeliveriesCommand.self, ScheduleCommand.self, TickCommand.self, RunCommand.self, WebhooksCommand.self,
      InboxCommand.self, ExportCommand.self, ReferenceCommand.self,
    ])
}
