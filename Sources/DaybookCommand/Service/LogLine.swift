internal import Content
internal import FoundationEssentials
internal import Logging

/// One line of the log, with every secret taken out; a line stays a line whatever the texts hold.
struct LogLine {
  var date: Date
  var level: Logger.Level
  var message: String
  var fields: Logger.Metadata
  var secrets: LogSecrets

  /// The line for people: the journal writes the time itself.
  func text(withTime: Bool) -> String {
    let pairs = fields.sorted { $0.key < $1.key }.map { name, value in
      "\(visible(name))=\(quotedIfNeeded(plain(value)))"
    }
    let words = [level.rawValue, visible(message)] + pairs
    return ((withTime ? [timestamp] : []) + words).joined(separator: " ")
  }

  /// The line for programs.
  var json: String {
    let members = fields.isEmpty ? "" : #","fields":\#(json(.dictionary(fields)))"#
    return #"{"timestamp":"\#(timestamp)","level":"\#(level.rawValue)","message":\#(quoted(message))\#(members)}"#
  }

  /// The time as RFC 3339 writes it, in UTC, with milliseconds.
  private var timestamp: String {
    date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
  }

  private func json(_ value: Logger.MetadataValue) -> String {
    switch value {
    case .string(let text): quoted(text)
    case .stringConvertible(let value): quoted("\(value)")
    case .array(let values): "[" + values.map(json).joined(separator: ",") + "]"
    case .dictionary(let members):
      "{" + members.sorted { $0.key < $1.key }.map { "\(quoted($0)):\(json($1))" }.joined(separator: ",") + "}"
    }
  }

  private func plain(_ value: Logger.MetadataValue) -> String {
    switch value {
    case .string(let text): text
    case .stringConvertible(let value): "\(value)"
    case .array, .dictionary: json(value)
    }
  }

  private func quoted(_ text: String) -> String {
    "\"\(JSONText.escaped(secrets.redact(text)))\""
  }

  private func quotedIfNeeded(_ text: String) -> String {
    let shown = visible(text)
    let isPlain = !shown.isEmpty && !shown.contains { $0 == " " || $0 == "\"" || $0 == "=" }
    return isPlain ? shown : "\"\(shown.replacing("\"", with: "\\\""))\""
  }

  /// The text without secrets, and with nothing in it that moves a terminal's cursor or breaks the line.
  private func visible(_ text: String) -> String { secrets.redact(text).visible }
}
