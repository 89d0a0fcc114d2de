package import FoundationEssentials

/// What an attempt's end means for its delivery.
package enum Verdict: Sendable, Hashable {
  case delivered
  /// Worth another try, not before `after` seconds where the webhook said so.
  ///
  /// `slowsDown` means that the webhook is overloaded and that its other deliveries wait too.
  case retry(after: TimeInterval?, slowsDown: Bool)
  /// Refused for good.
  case refused
  /// The webhook is no more: refused for good, and nothing else is sent there until a person resumes it.
  case gone

  /// Judges an answer.
  ///
  /// Redirects are never followed: a signed payload goes where the settings say, or nowhere. A status that the table
  /// does not name is retried, since it is giving up that needs a reason.
  package init(_ answer: HTTPAnswer, now: Date) {
    let wait = answer.header("retry-after").flatMap { RetryAfter.seconds($0, now: now) }
    switch answer.status {
    case 200...299: self = .delivered
    case 400, 401, 403, 404, 405, 413, 415, 422: self = .refused
    case 410: self = .gone
    case 429, 502, 503, 504: self = .retry(after: wait, slowsDown: true)
    case 408, 425, 500...599: self = .retry(after: wait, slowsDown: false)
    default: self = .retry(after: nil, slowsDown: false)
    }
  }

  /// Judges a mail server's last reply: 4xx asks for another try, 5xx refuses for good (RFC 5321, 4.2.1).
  ///
  /// 421 closes the whole service for a while.
  package init(mailReply status: Int) {
    switch status {
    case 200...299: self = .delivered
    case 500...599: self = .refused
    default: self = .retry(after: nil, slowsDown: status == 421)
    }
  }
}
