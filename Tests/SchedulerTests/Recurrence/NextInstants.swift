import Foundation

/// What `Tests/Peers/next_instants.py` found: when expressions fire, by windows of time and by zones.
struct NextInstants {
  struct Window {
    var start: Int
    var end: Int
    /// Instants by the number of the expression; an expression that never fires here has no key.
    var fires: [Int: [Int]] = [:]
    /// The numbers of the expressions that were not looked at.
    var leftOut: Set<Int> = []
  }

  struct BadLine: Error {
    var line: String
  }

  private(set) var expressions: [String] = []
  private(set) var windows: [Window] = []
  private(set) var zones: [(name: String, windows: [Int])] = []

  init(_ file: URL) throws {
    let text = try String(contentsOf: file, encoding: .utf8)
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ", maxSplits: line.hasPrefix("expression") ? 2 : .max).map(String.init)
      guard words.count > 1, read(words) else { throw BadLine(line: String(line)) }
    }
  }

  private mutating func read(_ words: [String]) -> Bool {
    let numbers = words.dropFirst().compactMap { Int($0) }
    switch words[0] {
    case "expression": expressions.append(words[2])
    case "window": windows.append(Window(start: numbers[1], end: numbers[2]))
    case "fires": windows[windows.count - 1].fires[numbers[0]] = words.dropFirst(2).flatMap(Self.run)
    case "left-out": windows[windows.count - 1].leftOut.insert(numbers[0])
    case "zone": zones.append((words[1], numbers))
    default: return false
    }
    return true
  }

  /// The instants of `START+STEPxCOUNT`.
  private static func run(_ word: String) -> [Int] {
    let numbers = word.split { "+x".contains($0) }.compactMap { Int($0) }
    return (0..<numbers[2]).map { numbers[0] + numbers[1] * $0 }
  }
}
