/// A newsletter's text in the forms that it is sent and read in.
package struct Renderings: Hashable, Sendable {
  /// A page for e-mail clients and browsers; relative pictures are seen from beside the draft.
  package var html: String
  /// Plain text, wrapped, with links as footnotes.
  package var text: String
  /// A MIME message that opens in a mail client for editing; lines end in CRLF.
  package var message: String
  /// The page as it goes to web services: pictures that are on this machine alone are words there.
  package var webHTML: String

  /// The endings of the files beside the draft, with what goes in them.
  package var files: [(suffix: String, contents: String)] {
    [("html", html), ("txt", text), ("eml", message)]
  }
}
