internal import Crypto
package import FoundationEssentials

/// What makes a message one that can be sent: from whom, to whom, when.
package struct EmailEnvelope: Sendable {
  package var from: String
  package var to: [String]
  package var date: Date

  package init(from: String, to: [String], date: Date) {
    self.from = from
    self.to = to
    self.date = date
  }

  /// A rendered newsletter with this envelope in the place of its own fields; body, subject and Message-ID stay.
  package func addressed(_ message: String) -> String {
    let end = message.firstRange(of: "\r\n\r\n")?.lowerBound ?? message.endIndex
    let replaced = ["from:", "to:", "date:", "x-unsent:"]
    var isReplaced = false
    let kept = message[..<end].split(separator: "\r\n").filter { line in
      // A line that begins with a blank goes on with the field before it (RFC 5322, 2.2.3).
      if line.first != " ", line.first != "\t" {
        isReplaced = replaced.contains { line.lowercased().hasPrefix($0) }
      }
      return !isReplaced
    }
    return fields + kept.joined(separator: "\r\n") + message[end...]
  }

  /// A message of plain text; `id` makes the Message-ID, so that the same one is the same message.
  package func message(subject: String, id: String, text: String) -> String {
    let digest = SHA256.hash(data: Data(id.utf8)).prefix(12).map { String(UInt16($0) + 256, radix: 16).dropFirst() }
      .joined()
    let sender = from.split(separator: "@").last.map { $0.prefix { $0 != ">" } } ?? "daybook.invalid"
    return fields
      + [
        EmailHeader.text("Subject", subject),
        "Message-ID: <\(digest)@\(sender)>",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: quoted-printable",
        "",
        QuotedPrintable.encoded(text),
        "",
      ].joined(separator: "\r\n")
  }

  private var fields: String {
    let lines =
      [EmailHeader.address("From", from)] + to.map { EmailHeader.address("To", $0) } + ["Date: \(EmailDate.text(date))"]
    return lines.map { $0 + "\r\n" }.joined()
  }
}
