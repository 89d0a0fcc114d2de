internal import ArgumentParser

/// The option of every command that works on a publication.
struct PublicationOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The publication's folder; otherwise the nearest daybook.yaml upwards.", valueName: "dir"))
  var publication: String?
}
