/// How a line of the log looks.
enum LogFormat: String, Sendable, CaseIterable {
  /// For people: `2024-09-09T05:00:00.120Z warning The webhook answered 503 webhook=desk attempt=2`.
  case text
  /// For programs: one JSON object a line, with `timestamp`, `level`, `message` and `fields`.
  case json
}
