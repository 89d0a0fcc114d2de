internal import Timeline

/// Why a command stops: an exit code and what a person needs to know.
struct CommandFailure: Error {
  var status: ExitStatus
  /// One line each: what, where and what to do.
  var messages: [String]

  init(_ status: ExitStatus, _ message: String) {
    self.status = status
    messages = [message]
  }

  init(_ status: ExitStatus, messages: [String]) {
    self.status = status
    self.messages = messages
  }

  /// A failure that lists findings, one a line.
  init(_ status: ExitStatus, findings: [Finding]) {
    self.status = status
    messages = findings.map(\.line)
  }
}

extension Finding {
  /// The finding as compilers write theirs: `file:line:column: severity: message [rule]`.
  var line: String {
    "\(file ?? "-"):\(position.line):\(position.column): \(severity.name): \(message) [\(rule)]"
  }
}
