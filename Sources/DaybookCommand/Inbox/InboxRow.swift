internal import FoundationEssentials

/// One message that the inbox received: a line on the screen, and a line of JSON in its file.
struct InboxRow: Encodable {
  var receivedAt: String
  var path: String
  var id: String?
  var type: String?
  var draft: String?
  var verified: Bool
  var verdict: String
  var bytes: Int
  var body: String

  init(_ request: InboxRequest, verdict: InboxVerdict, at date: Date) {
    receivedAt = date.formatted(.iso8601)
    path = request.path
    id = request.header("webhook-id")
    let message = try? JSONDecoder().decode(Message.self, from: Data(request.body))
    type = message?.type
    draft = message?.data?.id
    verified = verdict == .verified
    self.verdict = verdict.description
    bytes = request.body.count
    body = String(decoding: request.body, as: UTF8.self)
  }

  /// The message on a line: type, draft, size, signature, id.
  var line: String {
    let size = bytes < 10_000 ? "\(bytes) bytes" : "\(bytes / 1_000) kB"
    return [type ?? path, draft ?? "", size, verdict, id ?? ""].filter { !$0.isEmpty }.joined(separator: "  ")
  }

  func jsonLine() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }

  /// As much of a message of format `standard` as a person wants to see on a line.
  private struct Message: Decodable {
    struct Body: Decodable {
      var id: String?
    }
    var type: String?
    var data: Body?
  }
}
