/// Reads the front matter of a timeline.
struct FrontMatterReader {
  private static let keys = ["title", "tags", "author", "source"]

  /// What was wrong: the place, the rule and the sentence.
  private(set) var problems: [(position: SourcePosition, rule: String, message: String)] = []

  mutating func read(_ yaml: String, into document: inout TimelineDocument) {
    let members: [YAMLMember]
    do throws(YAMLError) {
      guard let found = try YAMLValue.read(yaml, firstLine: 2).members else {
        problems.append(
          (SourcePosition(line: 2), "front-matter", "The front matter has no keys; write them as key: value."))
        return
      }
      members = found
    } catch {
      problems.append(
        (error.position, "front-matter", "The front matter cannot be read: \(error.problem). Correct this line."))
      return
    }
    for member in members { read(member, into: &document) }
  }

  private mutating func read(_ member: YAMLMember, into document: inout TimelineDocument) {
    let text = member.value.string.map { String($0.trimmingSpaces()) }
    switch member.key {
    case "tags":
      if let tags = member.value.strings {
        document.tags = tags
      } else if member.value.content != .empty {
        expect("a list, as in [1500m, mile]", member)
      }
    case "title", "author", "source":
      guard let text else {
        if member.value.content != .empty { expect("one line of text", member) }
        return
      }
      guard !text.isEmpty else { return }
      switch member.key {
      case "title": document.title = text
      case "author": document.author = text
      default: document.source = text
      }
    default:
      let guess = NearestWord.find(member.key, among: Self.keys).map { "; did you mean \"\($0)\"?" }
      problems.append(
        (
          member.keyPosition, "unknown-field",
          "The front matter has no key \"\(member.key)\"\(guess ?? "; it knows \(Self.keys.joined(separator: ", ")).")"
        ))
    }
  }

  private mutating func expect(_ form: String, _ member: YAMLMember) {
    problems.append((member.value.position, "front-matter", "\"\(member.key)\" must be \(form)."))
  }
}
