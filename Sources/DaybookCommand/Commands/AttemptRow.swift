internal import Delivery
internal import FoundationEssentials

/// One attempt of a delivery, in `--json` and on lines.
struct AttemptRow: Encodable {
  var number: Int
  /// RFC 3339, in UTC.
  var began: String
  var milliseconds: Int
  var status: Int?
  var error: String?
  /// The first 2 KiB of the answer, without secrets.
  var answer: String

  init(_ attempt: Attempt) {
    number = attempt.number
    began = attempt.began.formatted(.iso8601)
    milliseconds = Int(attempt.duration / .milliseconds(1))
    status = attempt.status
    error = attempt.error
    answer = attempt.answer
  }

  var line: String {
    let outcome = error ?? status.map { "HTTP \($0)" } ?? "no answer"
    var line = "  \(number). \(began), \(milliseconds) ms: \(outcome)"
    // What a receiver says must not reach the terminal as commands.
    let lines = answer.split(whereSeparator: \.isNewline).prefix(20).map { String($0).visible }
    if !lines.isEmpty { line += "\n     " + lines.joined(separator: "\n     ") }
    return line
  }
}
