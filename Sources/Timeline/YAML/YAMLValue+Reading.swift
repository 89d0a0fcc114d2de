internal import Yams

extension YAMLValue {
  /// More than any settings file or front matter needs; aliases that multiply beyond it are refused.
  private static let mostValues = 100_000

  /// Reads one YAML document.
  ///
  /// - Parameters:
  ///   - text: the YAML alone, without `---` lines around it.
  ///   - firstLine: the line of the file that the text begins at, for positions.
  /// - Returns: the document's value; an empty text is an empty mapping.
  /// - Throws: ``YAMLError`` with the place, for broken YAML, a key that stands twice, or too many values.
  package static func read(_ text: String, firstLine: Int = 1) throws(YAMLError) -> YAMLValue {
    let start = SourcePosition(line: firstLine)
    let root: Node?
    do {
      // Whether a word is a number or a date is for the reader of each key; Yams' own rules take 2 ms to set up.
      root = try compose(yaml: text, .basic)
    } catch let error as YamlError {
      throw YAMLError(error, in: text, firstLine: firstLine)
    } catch {
      throw YAMLError(position: start, problem: "this is not YAML")
    }
    guard let root else { return YAMLValue(.mapping([]), position: start) }
    var budget = mostValues
    return try value(from: root, firstLine: firstLine, budget: &budget)
  }

  private static func value(from node: Node, firstLine: Int, budget: inout Int) throws(YAMLError) -> YAMLValue {
    let position = position(of: node.mark, firstLine: firstLine)
    budget -= 1
    guard budget > 0 else {
      throw YAMLError(position: position, problem: "too many values; anchors and aliases may not multiply like this")
    }
    switch node {
    case .scalar(let scalar):
      let isPlain = scalar.style == .plain || scalar.style == .any
      let isEmpty = isPlain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
      return YAMLValue(isEmpty ? .empty : .scalar(scalar.string), position: position)
    case .sequence(let sequence):
      var values: [YAMLValue] = []
      for item in sequence { values.append(try value(from: item, firstLine: firstLine, budget: &budget)) }
      return YAMLValue(.list(values), position: position)
    case .mapping(let mapping):
      var members: [YAMLMember] = []
      for (key, item) in mapping {
        let keyPosition = Self.position(of: key.mark, firstLine: firstLine)
        guard let name = key.scalar?.string else {
          throw YAMLError(
            position: keyPosition,
            problem:
              "a key must be a word; write `key: value`, and quotation marks around a value that has brackets or braces"
          )
        }
        let inner = try value(from: item, firstLine: firstLine, budget: &budget)
        members.append(YAMLMember(key: name, keyPosition: keyPosition, value: inner))
      }
      return YAMLValue(.mapping(members), position: position)
    case .alias:
      throw YAMLError(position: position, problem: "aliases (*name) are not supported here; write the value out")
    }
  }

  static func position(of mark: Mark?, firstLine: Int) -> SourcePosition {
    SourcePosition(line: firstLine + (mark?.line ?? 1) - 1, column: mark?.column ?? 1)
  }
}
