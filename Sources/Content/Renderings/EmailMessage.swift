internal import FoundationEssentials
internal import Timeline

/// A newsletter as a MIME message: plain text first, HTML last (RFC 2046, 5.1.4).
///
/// `X-Unsent: 1` lets mail clients open it for editing. Everything in it follows from the draft, so that the same draft
/// gives the same bytes: the date is the first day of the issue, in UTC.
struct EmailMessage {
  let draft: Draft
  let sender: String?
  /// Where readers unsubscribe, an https or mailto address.
  let unsubscribe: String?
  /// The right side of the Message-ID.
  let host: String
  let text: String
  let html: String
  /// The pictures that the HTML calls by `cid:`, with their Content-IDs.
  let pictures: [(id: String, file: PictureFile)]

  /// The whole message; lines end in CRLF.
  var source: String {
    let mark = draft.textHash.description.dropFirst(7).prefix(24)
    // `=_` cannot stand in quoted-printable or base64, so that no body contains a boundary (RFC 2045, 6.7).
    let boundary = "=_daybook_\(mark)"
    var lines: [String] = []
    if let sender { lines.append(EmailHeader.address("From", sender)) }
    lines += [
      EmailHeader.text("Subject", draft.publicSubject ?? ""),
      "Date: \(EmailDate.text(draft.period.first))",
      "Message-ID: <\(Self.atom(draft.id)).\(mark)@\(host)>",
      "X-Unsent: 1",
    ]
    // One line, however long: the address may not be broken (RFC 2369, 2).
    if let unsubscribe { lines.append("List-Unsubscribe: <\(SafeURL.written(unsubscribe))>") }
    lines += ["MIME-Version: 1.0"] + Self.container("alternative", boundary)
    lines += ["--\(boundary)"] + Self.part("text/plain", text) + ["--\(boundary)"]
    lines += pictures.isEmpty ? Self.part("text/html", html) : related("=_daybook_pictures_\(mark)")
    lines += ["--\(boundary)--", ""]
    return lines.joined(separator: "\r\n")
  }

  /// The HTML with its pictures (RFC 2387).
  private func related(_ boundary: String) -> [String] {
    var lines = Self.container("related", boundary, more: "; type=\"text/html\"")
    lines += ["--\(boundary)"] + Self.part("text/html", html)
    for (id, file) in pictures {
      lines += [
        "--\(boundary)",
        "Content-Type: image/\(file.kind.rawValue)",
        "Content-Transfer-Encoding: base64",
        "Content-ID: <\(id)>",
        "Content-Disposition: inline;",
        " filename=\"\(file.name.prefix(60))\"",
        "",
      ]
      lines += Self.base64(file.bytes)
    }
    return lines + ["--\(boundary)--", ""]
  }

  private static func container(_ kind: String, _ boundary: String, more: String = "") -> [String] {
    ["Content-Type: multipart/\(kind)\(more);", " boundary=\"\(boundary)\"", ""]
  }

  private static func part(_ type: String, _ body: String) -> [String] {
    [
      "Content-Type: \(type); charset=utf-8", "Content-Transfer-Encoding: quoted-printable", "",
      QuotedPrintable.encoded(body),
    ]
  }

  /// Lines of 76 characters (RFC 2045, 6.8).
  private static func base64(_ bytes: [UInt8]) -> [String] {
    let encoded = Array(Data(bytes).base64EncodedString().utf8)
    return stride(from: 0, to: encoded.count, by: 76).map { start in
      String(decoding: encoded[start..<min(start + 76, encoded.count)], as: UTF8.self)
    }
  }

  /// An id as the left side of a Message-ID (RFC 5322, 3.2.3).
  static func atom(_ id: String) -> String {
    String(id.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") ? $0 : "-" })
  }
}
