package import Timeline

extension Draft {
  /// The file in the publication, as in `Drafts/2024-W37/newsletter.md`, `Drafts/2024-09-05/x/nuguse-wins-zurich.md`.
  package var path: String { stem + ".md" }

  /// Where a newly generated text goes that could not be merged.
  package var besidePath: String { stem + ".new.md" }

  /// The file of a rendering, as in `Drafts/2024-W37/newsletter.html`.
  package func path(ofRendering suffix: String) -> String { "\(stem).\(suffix)" }

  /// The file of the issue dated `day`.
  package static func issuePath(of day: CivilDay) -> String { "\(folder)/\(ISOWeek(of: day))/newsletter.md" }

  private var stem: String {
    switch kind {
    case .newsletter:
      let suffix = "-newsletter"
      let folder = id.hasSuffix(suffix) ? String(id.dropLast(suffix.count)) : id
      return "\(Self.folder)/\(Self.fileName(folder))/newsletter"
    case .post:
      let prefix = "\(period.first)-\(channel)-"
      let name = id.hasPrefix(prefix) ? String(id.dropFirst(prefix.count)) : id
      return "\(Self.folder)/\(period.first)/\(Self.fileName(channel))/\(Self.fileName(name))"
    }
  }

  /// An id as the name of a file: letters, digits, `-`, `_` and inner full stops stay, so that no id leaves its folder.
  private static func fileName(_ id: String) -> String {
    let safe = id.map { $0.isLetter || $0.isNumber || "-_.".contains($0) ? $0 : "-" }
    return safe.first == "." ? "-" + String(safe.dropFirst()) : String(safe)
  }
}
