/// An event or a journal entry of a calendar: its own lines, without those of the components within it.
struct ICSComponent: Hashable {
  /// In upper case, as in `VEVENT`.
  var name: String
  var line: Int
  var lines: [ICSLine] = []

  func first(_ name: String) -> ICSLine? {
    lines.first { $0.name == name }
  }

  func all(_ name: String) -> [ICSLine] {
    lines.filter { $0.name == name }
  }

  /// The components of a calendar in the order of the file, the calendar itself among them.
  ///
  /// A component that is never ended ends with the file.
  static func read(_ lines: [ICSLine]) -> [ICSComponent] {
    var components: [ICSComponent] = []
    var open: [Int] = []
    for line in lines {
      switch line.name {
      case "BEGIN":
        open.append(components.count)
        components.append(ICSComponent(name: line.value.uppercased().trimmingMarks(" "), line: line.line))
      case "END":
        let name = line.value.uppercased().trimmingMarks(" ")
        if let index = open.lastIndex(where: { components[$0].name == name }) { open.removeSubrange(index...) }
      default:
        if let index = open.last { components[index].lines.append(line) }
      }
    }
    return components
  }
}
