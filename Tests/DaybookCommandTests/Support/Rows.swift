/// What the commands print with `--json`, as a user's script reads it.
enum Rows {
  struct Drafts: Decodable {
    struct Draft: Decodable {
      var file: String
      var id: String
      var kind: String
      var channel: String
      var status: String
      var action: String?
    }
    var drafts: [Draft]
  }

  struct Deliveries: Decodable {
    struct Delivery: Decodable {
      var id: String
      var draft: String
      var webhook: String
      var state: String
      var attempts: Int
      var lastStatus: Int?
      var lastError: String?
      var nextAttempt: String?
    }
    var deliveries: [Delivery]
  }

  struct Pick: Decodable {
    var entry: String
    var date: String
    var occursOn: String
    var years: Int
    var milestone: Bool
    var reason: String
  }

  struct Import: Decodable {
    struct Entry: Decodable {
      var id: String
      var date: String
      var title: String?
      var quotes: [Quote]
    }
    struct Quote: Decodable {
      var text: String
      var speaker: String?
      var sure: Bool
    }
    var entries: [Entry]
    var findings: [Finding]
  }

  struct Finding: Decodable {
    var file: String?
    var line: Int
    var column: Int
    var severity: String
    var rule: String
    var message: String
  }

  struct Count: Decodable {
    var length: Int
    var limit: Int?
    var fits: Bool
  }

  struct Status: Decodable {
    var drafts: [Drafts.Draft]
    var deliveries: [Deliveries.Delivery]
  }

  /// One line of the inbox's file.
  struct Received: Decodable {
    var id: String?
    var draft: String?
    var verified: Bool
    var body: String
  }
}
