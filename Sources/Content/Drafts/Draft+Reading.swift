internal import Timeline

extension Draft {
  /// Reads a draft from its file.
  ///
  /// What editors do to a file is tolerated: CRLF, a byte order mark, blanks at the ends of lines, empty lines around
  /// the text. Keys that Daybook does not know and comments are kept.
  ///
  /// - Parameters:
  ///   - contents: the whole file.
  ///   - file: its path, for errors.
  /// - Throws: ``DraftError`` with the place.
  package init(reading contents: String, file: String) throws(DraftError) {
    let unmarked = contents.hasPrefix("\u{FEFF}") ? String(contents.dropFirst()) : contents
    let parts = FrontMatter(splitting: Draft.canonical(unmarked))
    guard let yaml = parts.yaml else {
      let problem = "a draft begins with front matter between two lines of ---"
      throw DraftError(file: file, position: SourcePosition(line: 1), problem: problem)
    }
    let value: YAMLValue
    do {
      value = try YAMLValue.read(yaml, firstLine: 2)
    } catch {
      throw DraftError(file: file, position: error.position, problem: error.problem)
    }
    let reader = DraftReader(file: file, value: value)
    let kind: Kind = try reader.choice("kind")
    try self.init(
      id: reader.string("id"), kind: kind,
      channel: kind == .newsletter ? "newsletter" : reader.string("channel"),
      status: reader.choice("status"), period: reader.period(kind == .newsletter ? "period" : "date"),
      entries: reader.strings("entries"), text: parts.body)
    for key in ["subject", "preheader"] { try reader.refuseComment(behind: key, in: yaml) }
    subject = try reader.optional("subject")
    preheader = try reader.optional("preheader")
    without = try reader.strings("without")
    generated = try reader.hash("generated")
    generatedHead = try reader.hash("generatedHead")
    approved = try reader.hash("approved")
    approvedHead = try reader.hash("approvedHead")
    unknown = DraftReader.unknownLines(of: yaml, members: value.members ?? [])
  }
}

/// Takes the keys of a draft's front matter one by one.
private struct DraftReader {
  let file: String
  let value: YAMLValue

  private static let known: Set = [
    "id", "kind", "channel", "status", "subject", "preheader", "period", "date", "entries", "without",
    "generated", "generatedHead", "approved", "approvedHead",
  ]

  private func problem(_ text: String, at position: SourcePosition? = nil) -> DraftError {
    DraftError(file: file, position: position ?? value.position, problem: text)
  }

  func optional(_ key: String) throws(DraftError) -> String? {
    guard let found = value[key] else { return nil }
    if found.content == .empty { return "" }
    guard let text = found.string else { throw problem("\(key) must be one line of text", at: found.position) }
    return text
  }

  /// YAML would cut a line such as `subject: The #1 spot` at the mark, which nobody means there.
  func refuseComment(behind key: String, in yaml: String) throws(DraftError) {
    let lines = yaml.split(separator: "\n", omittingEmptySubsequences: false)
    guard let position = value[key]?.position, lines.indices.contains(position.line - 2) else { return }
    let line = lines[position.line - 2]
    let isQuoted = line.dropFirst(position.column - 1).first.map { "\"'".contains($0) } ?? false
    guard !isQuoted, Self.comment(in: line) != nil else { return }
    throw problem(
      "\(key) has a # in it, and what follows would be a comment; put quotation marks around the whole value",
      at: position)
  }

  /// The comment at the end of a line `key: value`.
  private static func comment(in line: Substring) -> Substring? {
    var quote: Character?
    var before: Character = " "
    for index in line.indices {
      let character = line[index]
      if let open = quote {
        if character == open, before != "\\" || open == "'" { quote = nil }
      } else if "\"'".contains(character), " [,".contains(before) {
        quote = character
      } else if character == "#", before == " " {
        return line[index...]
      }
      before = character
    }
    return nil
  }

  func string(_ key: String) throws(DraftError) -> String {
    guard let text = try optional(key), !text.isEmpty else { throw problem("the front matter needs the key \(key)") }
    return text
  }

  func choice<Choice: RawRepresentable & CaseIterable>(_ key: String) throws(DraftError) -> Choice
  where Choice.RawValue == String {
    let text = try string(key)
    guard let choice = Choice(rawValue: text) else {
      let choices = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw problem("\(key) is \"\(text)\"; it must be one of \(choices)", at: value[key]?.position)
    }
    return choice
  }

  func strings(_ key: String) throws(DraftError) -> [String] {
    guard let found = value[key], found.content != .empty else { return [] }
    guard let strings = found.strings else { throw problem("\(key) must be a list of ids", at: found.position) }
    return strings
  }

  func hash(_ key: String) throws(DraftError) -> TextHash? {
    guard let text = try optional(key), !text.isEmpty else { return nil }
    guard let hash = TextHash(text) else {
      throw problem("\(key) must be sha256: and 64 hexadecimal digits, or be left out", at: value[key]?.position)
    }
    return hash
  }

  /// Reads `YYYY-MM-DD/YYYY-MM-DD`, or one day alone.
  func period(_ key: String) throws(DraftError) -> Draft.Period {
    let days = try string(key).split(separator: "/", omittingEmptySubsequences: false).map { CivilDay(iso8601: $0) }
    guard days.count <= 2, let first = days.first ?? nil, let last = days.last ?? nil, first <= last else {
      throw problem("\(key) must be a day, or two as in 2024-09-09/2024-09-15", at: value[key]?.position)
    }
    return Draft.Period(first: first, last: last)
  }

  /// The lines of unknown keys with all that belongs to them, and comments, which get lines of their own.
  static func unknownLines(of yaml: String, members: [YAMLMember]) -> [String] {
    let lines = yaml.split(separator: "\n", omittingEmptySubsequences: false)
    let keys = Dictionary(members.map { ($0.keyPosition.line - 2, $0.key) }) { first, _ in first }
    var isKept = false
    return lines.enumerated().compactMap { index, line in
      if let key = keys[index] { isKept = !known.contains(key) }
      if isKept { return line.isEmpty ? nil : String(line) }
      return comment(in: line).map(String.init)
    }
  }
}
