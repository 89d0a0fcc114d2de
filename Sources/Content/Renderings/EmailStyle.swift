/// The inline styles of the e-mail; classes carry the colours of dark mode, which the frame's style sheet sets.
enum EmailStyle {
  static let text = "margin:0 0 16px;font-size:17px;line-height:1.55;"
  static let lastText = "margin:0;font-size:17px;line-height:1.55;"
  static let aside = "margin:0 0 12px;font-size:15px;line-height:1.5;color:#5f6368;"
  static let caption = "margin:-8px 0 16px;font-size:13px;line-height:1.4;color:#5f6368;"
  static let attribution = "margin:0;font-size:15px;line-height:1.5;color:#5f6368;"
  static let quote = "margin:0 0 16px;padding:4px 0 4px 16px;border-left:3px solid #b3261e;font-style:normal;"
  static let list = "margin:0 0 16px;padding:0 0 0 24px;font-size:17px;line-height:1.55;"
  static let item = "margin:0 0 6px;"
  static let link = "color:#0b57d0;text-decoration:underline;"
  static let rule = "border:0;border-top:1px solid #dadce0;margin:28px 0;"
  static let picture = "display:block;width:100%;max-width:552px;height:auto;border:0;margin:0 0 16px;"
  /// The words that stand for a picture which is not there.
  static let missing = "margin:0 0 16px;font-size:15px;line-height:1.5;color:#5f6368;"
  static let code = "font-family:Consolas,Menlo,monospace;font-size:15px;"
  static let codeBlock = "margin:0 0 16px;padding:12px;background:#f1f3f4;white-space:pre-wrap;overflow-wrap:anywhere;"
  static let table = "margin:0 0 16px;border-collapse:collapse;font-size:15px;line-height:1.4;"
  static let scrolling = "max-width:100%;overflow-x:auto;"
  static let cell = "padding:6px 12px 6px 0;border-bottom:1px solid #dadce0;text-align:left;vertical-align:top;"

  /// A heading of the draft, from 1 to 6.
  static func heading(_ level: Int) -> String {
    switch level {
    case 1: "margin:32px 0 16px;font-size:28px;line-height:1.25;font-weight:700;"
    case 2: "margin:36px 0 14px;font-size:22px;line-height:1.3;font-weight:700;"
    case 3: "margin:28px 0 4px;font-size:18px;line-height:1.35;font-weight:700;"
    default: "margin:20px 0 8px;font-size:17px;line-height:1.4;font-weight:700;"
    }
  }
}
