/// Finds words and numbers in a line.
enum TextTokens {
  /// A word or a number with its column, counted in characters from 1.
  struct Token: Hashable {
    var text: String
    var column: Int
  }

  /// Runs of digits, joined by a single full stop, comma or colon: `3:48.20`, `1,500`, `2024`.
  static func numbers(in line: String) -> [Token] {
    tokens(in: line) { characters, start in
      guard isDigit(characters[start]) else { return start }
      var end = start + 1
      while end < characters.count {
        if isDigit(characters[end]) {
          end += 1
        } else if ".,:".contains(characters[end]), end + 1 < characters.count, isDigit(characters[end + 1]) {
          end += 2
        } else {
          break
        }
      }
      return end
    }
  }

  /// Runs of letters, with apostrophes inside.
  static func words(in line: String) -> [Token] {
    tokens(in: line) { characters, start in
      guard characters[start].isLetter else { return start }
      var end = start + 1
      while end < characters.count {
        let isInside = "’'".contains(characters[end]) && end + 1 < characters.count && characters[end + 1].isLetter
        guard characters[end].isLetter || isInside else { break }
        end += 1
      }
      return end
    }
  }

  private static func isDigit(_ character: Character) -> Bool {
    character.isNumber && character.isWholeNumber
  }

  private static func tokens(in line: String, end: ([Character], Int) -> Int) -> [Token] {
    let characters = Array(line)
    var tokens: [Token] = []
    var index = 0
    while index < characters.count {
      let next = end(characters, index)
      if next > index { tokens.append(Token(text: String(characters[index..<next]), column: index + 1)) }
      index = max(next, index + 1)
    }
    return tokens
  }
}
