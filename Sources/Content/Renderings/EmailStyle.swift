/// How an element of the e-mail looks: its inline style, and the class by which the frame's style sheet gives it the
/// colours of dark mode.
struct EmailStyle {
  /// Both as attributes.
  let attributes: String

  private init(_ style: String, name: String? = nil) {
    attributes = (name.map { " class=\"\($0)\"" } ?? "") + " style=\"\(style)\""
  }
}

extension EmailStyle {
  static let text = EmailStyle("margin:0 0 16px;font-size:17px;line-height:1.55;", name: "ink")
  static let lastText = EmailStyle("margin:0;font-size:17px;line-height:1.55;", name: "ink")
  static let aside = EmailStyle("margin:0 0 12px;font-size:15px;line-height:1.5;color:#5f6368;", name: "faint")
  static let caption = EmailStyle("margin:-8px 0 16px;font-size:13px;line-height:1.4;color:#5f6368;", name: "faint")
  static let attribution = EmailStyle("margin:0;font-size:15px;line-height:1.5;color:#5f6368;", name: "faint")
  static let quote = EmailStyle(
    "margin:0 0 16px;padding:4px 0 4px 16px;border-left:3px solid #b3261e;font-style:normal;", name: "quote")
  static let list = EmailStyle("margin:0 0 16px;padding:0 0 0 24px;font-size:17px;line-height:1.55;", name: "ink")
  static let item = EmailStyle("margin:0 0 6px;")
  static let link = EmailStyle("color:#0b57d0;text-decoration:underline;", name: "link")
  static let rule = EmailStyle("border:0;border-top:1px solid #dadce0;margin:28px 0;", name: "rule")
  static let picture = EmailStyle("display:block;width:100%;max-width:552px;height:auto;border:0;margin:0 0 16px;")
  /// The words that stand for a picture which is not there.
  static let missing = EmailStyle("margin:0 0 16px;font-size:15px;line-height:1.5;color:#5f6368;", name: "faint")
  static let code = EmailStyle("font-family:Consolas,Menlo,monospace;font-size:15px;", name: "code")
  static let codeBlock = EmailStyle(
    "margin:0 0 16px;padding:12px;background:#f1f3f4;white-space:pre-wrap;overflow-wrap:anywhere;"
      + "font-family:Consolas,Menlo,monospace;font-size:15px;", name: "code")
  static let table = EmailStyle("margin:0 0 16px;border-collapse:collapse;font-size:15px;line-height:1.4;", name: "ink")
  static let scrolling = EmailStyle("max-width:100%;overflow-x:auto;")
  static let cell = EmailStyle(
    "padding:6px 12px 6px 0;border-bottom:1px solid #dadce0;text-align:left;vertical-align:top;", name: "rule")

  /// A heading of the draft, from 1 to 6.
  static func heading(_ level: Int) -> EmailStyle { headings[min(level, headings.count) - 1] }

  private static let headings = [
    "margin:32px 0 16px;font-size:28px;line-height:1.25;font-weight:700;",
    "margin:36px 0 14px;font-size:22px;line-height:1.3;font-weight:700;",
    "margin:28px 0 4px;font-size:18px;line-height:1.35;font-weight:700;",
    "margin:20px 0 8px;font-size:17px;line-height:1.4;font-weight:700;",
  ].map { EmailStyle($0, name: "ink") }
}
