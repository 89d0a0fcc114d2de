/// The names before answers, as in `Kerr: I was glad`, of an interview that is set without quotation marks.
struct AnswerLabels: Hashable {
  enum Label: Hashable {
    case person(String)
    /// Initials, and the name that they stand for.
    case initials(String)
    /// `A:`
    case answer
  }

  private var labels: [String: Label] = [:]

  /// Learns the labels; one paragraph alone makes no interview.
  init(of texts: [String], roster: Roster) {
    var counts: [String: Int] = [:]
    for text in texts {
      if let label = Self.label(of: text) { counts[label.text, default: 0] += 1 }
    }
    guard counts.values.reduce(0, +) > 1 else { return }
    for (label, count) in counts {
      if ["A", "A.", "Answer", "Svar", "Antwort", "R"].contains(label),
        counts["Q"] != nil || counts["Q."] != nil || count > 1
      {
        labels[label] = .answer
      } else if let name = Self.name(label, roster: roster) {
        labels[label] = .person(name)
      } else if count > 1, let name = roster.name(withInitials: label) {
        labels[label] = .initials(name)
      }
    }
  }

  /// Parts an answer from its label; the quotations among `rest`, the passage's other pieces, are part of the answer.
  func split(_ text: String, rest: [Passage.Piece]) -> (label: Label, words: String)? {
    guard let (name, words) = Self.label(of: text), let label = labels[name] else { return nil }
    var answer = words
    for piece in rest {
      switch piece {
      case .prose(let prose): answer += prose
      case .quotation(let quotation): answer += quotation.marked
      }
    }
    let isQuotationAlone = words.allSatisfy(\.isWhitespace)
    return isQuotationAlone || answer.isEmpty ? nil : (label, String(answer.drop { $0.isWhitespace }))
  }

  /// The person whom a label names, in capitals perhaps and with a role in brackets: `ANN MARSH (miller)`.
  private static func name(_ label: String, roster: Roster) -> String? {
    let words = label.split(separator: " ").prefix { !$0.hasPrefix("(") }
    let name = words.joined(separator: " ")
    guard name.count > 3, !name.contains(where: \.isLowercase) else { return roster.knows(name) ? name : nil }
    let capitalised = words.map { $0.prefix(1) + $0.dropFirst().lowercased() }.joined(separator: " ")
    return roster.knows(capitalised) ? capitalised : nil
  }

  private static func label(of text: String) -> (text: String, words: String)? {
    if let letter = text.first, "QA".contains(letter), text.dropFirst().hasPrefix(". ") {
      return (String(letter), String(text.dropFirst(3)))
    }
    guard let colon = text.prefix(60).firstIndex(of: ":") else { return nil }
    let label = String(text[..<colon])
    let bracket = label.firstIndex(of: "(") ?? label.endIndex
    if bracket < label.endIndex, !label.hasSuffix(")") { return nil }
    let words = label[..<bracket].split(separator: " ")
    let rest = text[text.index(after: colon)...]
    guard (1...4).contains(words.count), rest.first == " ",
      words.allSatisfy({ $0.first?.isUppercase ?? false })
    else { return nil }
    return (label, String(rest.dropFirst()))
  }
}

extension Roster {
  /// The one person whose names begin with these letters, as in `JK`.
  func name(withInitials text: String) -> String? {
    let letters = text.filter(\.isLetter).lowercased()
    guard (2...3).contains(letters.count), !text.contains(where: \.isLowercase) else { return nil }
    let matching = allNames.filter { name in
      String(name.split(separator: " ").compactMap(\.first)).lowercased() == letters
    }
    return matching.count == 1 ? matching[0] : nil
  }
}
