internal import Timeline

/// A newsletter as a MIME message: plain text first, HTML last (RFC 2046, 5.1.4).
///
/// `X-Unsent: 1` lets mail clients open it for editing. Everything in it follows from the draft, so that the same draft
/// gives the same bytes: the date is the first day of the issue, in UTC.
struct EmailMessage {
  let draft: Draft
  let sender: String?
  /// The right side of the Message-ID.
  let host: String
  let text: String
  let html: String

  /// The whole message; lines end in CRLF.
  var source: String {
    let mark = draft.textHash.description.dropFirst(7).prefix(24)
    // `=_` cannot stand in quoted-printable, so that no body contains the boundary (RFC 2045, 6.7).
    let boundary = "=_daybook_\(mark)"
    var lines: [String] = []
    if let sender { lines.append(EmailHeader.address("From", sender)) }
    lines += [
      EmailHeader.text("Subject", draft.subject ?? ""),
      "Date: \(date)",
      "Message-ID: <\(Self.atom(draft.id)).\(mark)@\(host)>",
      "X-Unsent: 1",
      "MIME-Version: 1.0",
      "Content-Type: multipart/alternative;",
      " boundary=\"\(boundary)\"",
      "",
    ]
    for (type, body) in [("text/plain", text), ("text/html", html)] {
      lines += [
        "--\(boundary)",
        "Content-Type: \(type); charset=utf-8",
        "Content-Transfer-Encoding: quoted-printable",
        "",
        QuotedPrintable.encoded(body),
      ]
    }
    lines += ["--\(boundary)--", ""]
    return lines.joined(separator: "\r\n")
  }

  /// The first day of the issue as RFC 5322, 3.3 writes it.
  private var date: String {
    let day = draft.period.first
    let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let number = CivilDay.padded(day.day, to: 2)
    return "\(weekdays[day.weekday - 1]), \(number) \(months[day.month - 1]) \(day.year) 00:00:00 +0000"
  }

  /// An id as the left side of a Message-ID (RFC 5322, 3.2.3).
  private static func atom(_ id: String) -> String {
    String(id.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") ? $0 : "-" })
  }
}
