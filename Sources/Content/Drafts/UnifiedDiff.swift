/// The difference between two texts as `diff -u` writes it, so that people and `patch` can read it.
package enum UnifiedDiff {
  /// How many unchanged lines are shown before and after a change.
  private static let context = 3

  private struct Line {
    var sign: String
    var text: Substring
  }

  /// Compares two texts line by line.
  ///
  /// - Parameters:
  ///   - old: the text before; nil where there is no file yet.
  ///   - oldName: its file.
  ///   - new: the text afterwards; nil where the file is removed.
  ///   - newName: its file.
  /// - Returns: the difference, ending in a line feed; nothing where the texts are the same.
  package static func text(
    from old: String?, named oldName: String, to new: String?, named newName: String
  ) -> String {
    guard old.map({ Array($0.utf8) }) != new.map({ Array($0.utf8) }) else { return "" }
    let lines = compared(split(old ?? ""), split(new ?? ""))
    let names = [old == nil ? "/dev/null" : oldName, new == nil ? "/dev/null" : newName]
    return "--- \(names[0])\n+++ \(names[1])\n" + hunks(of: lines).map { hunk(lines, $0) }.joined()
  }

  /// The lines with the line feeds that end them.
  private static func split(_ text: String) -> [Substring] {
    var lines: [Substring] = []
    var start = text.startIndex
    while start < text.endIndex {
      let end = text.utf8[start...].firstIndex(of: 0x0A).map { text.utf8.index(after: $0) } ?? text.endIndex
      lines.append(text[start..<end])
      start = end
    }
    return lines
  }

  /// All lines of both texts in one row, each removed one before what stands in its place.
  private static func compared(_ old: [Substring], _ new: [Substring]) -> [Line] {
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in new.difference(from: old, by: { $0.utf8.elementsEqual($1.utf8) }) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var lines: [Line] = []
    var (before, after) = (0, 0)
    while before < old.count || after < new.count {
      if removed.contains(before) {
        lines.append(Line(sign: "-", text: old[before]))
        before += 1
      } else if inserted.contains(after) {
        lines.append(Line(sign: "+", text: new[after]))
        after += 1
      } else {
        lines.append(Line(sign: " ", text: old[before]))
        before += 1
        after += 1
      }
    }
    return lines
  }

  /// The ranges of lines that are shown: the changes with their surroundings, joined where these touch.
  private static func hunks(of lines: [Line]) -> [Range<Int>] {
    lines.indices.filter { lines[$0].sign != " " }.reduce(into: []) { hunks, index in
      let range = max(0, index - context)..<min(lines.count, index + context + 1)
      if let last = hunks.last, range.lowerBound <= last.upperBound {
        hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
      } else {
        hunks.append(range)
      }
    }
  }

  private static func hunk(_ lines: [Line], _ range: Range<Int>) -> String {
    let places = ["-", "+"].map { sign in
      let before = lines[..<range.lowerBound].count { $0.sign == " " || $0.sign == sign }
      let count = lines[range].count { $0.sign == " " || $0.sign == sign }
      // A piece without a line is placed behind the line before it.
      return "\(sign)\(count == 0 ? before : before + 1)\(count == 1 ? "" : ",\(count)")"
    }
    return "@@ \(places.joined(separator: " ")) @@\n"
      + lines[range].map { line in
        line.sign + line.text + (line.text.utf8.last == 0x0A ? "" : "\n\\ No newline at end of file\n")
      }.joined()
  }
}
