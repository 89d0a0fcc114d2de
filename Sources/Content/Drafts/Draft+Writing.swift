internal import Timeline

extension Draft {
  /// The whole file: front matter and text.
  package var file: String {
    var lines = ["---", "id: \(YAMLScalar.written(id))", "kind: \(kind.rawValue)"]
    if kind == .post { lines.append("channel: \(channel)") }
    lines.append("status: \(status.rawValue)")
    if let subject { lines.append("subject: \(YAMLScalar.written(subject))") }
    if let preheader { lines.append("preheader: \(YAMLScalar.written(preheader))") }
    lines.append(kind == .post ? "date: \(period.first)" : "period: \(period)")
    lines.append("entries: [\(entries.map(YAMLScalar.written).joined(separator: ", "))]")
    if !without.isEmpty { lines.append("without: [\(without.map(YAMLScalar.written).joined(separator: ", "))]") }
    for (key, hash) in [
      ("generated", generated), ("generatedHead", generatedHead), ("approved", approved),
      ("approvedHead", approvedHead),
    ] {
      if let hash { lines.append("\(key): \(hash)") }
    }
    lines += unknown
    lines.append("---")
    return lines.joined(separator: "\n") + "\n" + text
  }
}
