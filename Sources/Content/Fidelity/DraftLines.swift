internal import Timeline

/// The lines of a draft as a reader sees them, with their places in the file.
///
/// What is not read is blank, so that columns stay: private notes, the targets of links and pictures, addresses.
struct DraftLines {
  /// The lines without private notes.
  let shown: [String]
  /// The lines with everything blank that a reader does not read.
  let visible: [String]
  /// The addresses of the text with their places.
  let addresses: [(url: String, position: SourcePosition)]
  /// The place in the file that the text begins at.
  private let start: SourcePosition

  init(_ text: String, from start: SourcePosition = SourcePosition(line: 1)) {
    self.start = start
    var characters = Array(text)
    Self.blankNotes(&characters)
    let lines = { (characters: [Character]) in
      String(characters).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    shown = lines(characters)
    var addresses: [(String, Int)] = []
    Self.blankTargets(&characters, &addresses)
    Self.blankAddresses(&characters, &addresses)
    visible = lines(characters)
    let lineStarts = [0] + characters.indices.filter { characters[$0] == "\n" }.map { $0 + 1 }
    self.addresses = addresses.map { url, offset in
      let line = (lineStarts.lastIndex { $0 <= offset }) ?? 0
      return (url, Self.position(line: line, column: offset - lineStarts[line] + 1, from: start))
    }
  }

  /// The place in the file of one in the text, its line counted from 0 and its column from 1.
  func position(line: Int, column: Int) -> SourcePosition {
    Self.position(line: line, column: column, from: start)
  }

  private static func position(line: Int, column: Int, from start: SourcePosition) -> SourcePosition {
    SourcePosition(line: start.line + line, column: line == 0 ? start.column + column - 1 : column)
  }

  private static func blank(_ range: Range<Int>, in characters: inout [Character]) {
    for index in range where characters[index] != "\n" { characters[index] = " " }
  }

  private static func find(_ mark: String, in characters: [Character], from start: Int) -> Int? {
    let mark = Array(mark)
    guard characters.count >= mark.count, start <= characters.count - mark.count else { return nil }
    return (start...(characters.count - mark.count)).first { characters[$0..<($0 + mark.count)].elementsEqual(mark) }
  }

  private static func blankNotes(_ characters: inout [Character]) {
    var index = 0
    while let start = find("<!--", in: characters, from: index) {
      let end = find("-->", in: characters, from: start + 4).map { $0 + 3 } ?? characters.count
      blank(start..<end, in: &characters)
      index = end
    }
  }

  /// Blanks `](target "title")`: the target goes to the addresses, a title stays, for it is read as a credit.
  private static func blankTargets(_ characters: inout [Character], _ addresses: inout [(String, Int)]) {
    var index = 0
    while let start = find("](", in: characters, from: index) {
      var end = start + 2
      let isAngled = end < characters.count && characters[end] == "<"
      var depth = 0
      while end < characters.count, characters[end] != "\n" {
        if isAngled ? characters[end] == ">" : characters[end] == " " || (characters[end] == ")" && depth == 0) {
          break
        }
        if characters[end] == "(" { depth += 1 }
        if characters[end] == ")" { depth -= 1 }
        end += 1
      }
      let target = String(characters[(start + 2)..<end]).replacing("<", with: "")
      addresses.append((target, start + 2))
      blank((start + 2)..<end, in: &characters)
      index = end
    }
  }

  private static func blankAddresses(_ characters: inout [Character], _ addresses: inout [(String, Int)]) {
    for mark in ["https://", "http://"] {
      var index = 0
      while let start = find(mark, in: characters, from: index) {
        let end = characters[start...].firstIndex { $0.isWhitespace || "<>\"".contains($0) } ?? characters.count
        let scalars = String(characters[start..<end]).scalarValues
        let link = LinkScanner(scalars, takesBareDomains: false).links().first
        let length = link.map { String(scalars: scalars[$0]).count }
        let stop = start + (length ?? end - start)
        addresses.append((String(characters[start..<stop]), start))
        blank(start..<stop, in: &characters)
        index = max(stop, start + 1)
      }
    }
  }
}
