internal import ArgumentParser

/// A length of time on the command line: `2s`, `500ms` or `1m`, at most an hour; a bare number is of seconds.
struct WaitArgument: ExpressibleByArgument, Hashable, CustomStringConvertible {
  static let none = WaitArgument(duration: .zero, description: "0s")

  let duration: Duration
  let description: String

  private init(duration: Duration, description: String) {
    self.duration = duration
    self.description = description
  }

  init?(argument: String) {
    guard let match = argument.wholeMatch(of: /([0-9]+(?:\.[0-9]+)?) ?(ms|s|m|)/), let number = Double(match.1) else {
      return nil
    }
    let seconds = number * (match.2 == "ms" ? 0.001 : match.2 == "m" ? 60 : 1)
    guard seconds <= 3_600 else { return nil }
    self.init(duration: .seconds(seconds), description: argument)
  }
}
