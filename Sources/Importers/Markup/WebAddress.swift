/// Addresses in web pages and feeds.
enum WebAddress {
  /// Schemes that are left out: they run code, carry data or open files.
  private static let refused: Set<String> = ["javascript", "data", "vbscript", "file", "blob", "about"]

  enum Answer: Hashable {
    case address(String)
    /// The scheme is one that Daybook does not let through.
    case refused(String)
    /// No address, or one that leads nowhere outside of the page.
    case none
  }

  /// An address of a page, made absolute where the page says where it stands.
  static func read(_ text: String?, base: String? = nil) -> Answer {
    let address = String(text ?? "").filter { !$0.isNewline && $0 != "\t" && $0 != "\0" }
      .trimmingMarks(" \u{1}\u{2}\u{3}\u{4}\u{5}\u{6}\u{7}\u{8}\u{1F}")
    guard !address.isEmpty, address.first != "#" else { return .none }
    if let scheme = scheme(of: address) { return refused.contains(scheme) ? .refused(scheme) : .address(address) }
    if address.hasPrefix("//") { return .address("https:" + address) }
    guard let base, let start = base.firstRange(of: "://") else { return .address(address) }
    let path = base[start.upperBound...].firstIndex { "/?#".contains($0) } ?? base.endIndex
    let origin = base[..<path]
    if address.first == "/" { return .address(origin + address) }
    if address.first == "?" { return .address(base.prefix { $0 != "?" && $0 != "#" } + address) }
    let folder = base[path...].prefix { $0 != "?" && $0 != "#" }
    let parent = folder.lastIndex(of: "/").map { folder[...$0] } ?? "/"
    return .address(origin + parent + address)
  }

  private static func scheme(of address: String) -> String? {
    guard let colon = address.firstIndex(of: ":"), let first = address.first, first.isLetter else { return nil }
    let scheme = address[..<colon].lowercased()
    let isScheme = scheme.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
    return isScheme ? scheme : nil
  }

  /// Whether an address is that of a picture, by the ending of its path.
  static func isPicture(_ address: String) -> Bool {
    let path = address.prefix { $0 != "?" && $0 != "#" }.lowercased()
    return [".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".avif", ".tif", ".tiff", ".bmp"].contains {
      path.hasSuffix($0)
    }
  }
}
