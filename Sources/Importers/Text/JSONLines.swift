/// Finds the lines on which the values of a JSON text begin, which a decoder does not tell.
enum JSONLines {
  /// The lines of the elements of the list that is the value of `key`; of the outermost list when `key` is nil.
  static func elements(of key: String?, in bytes: [UInt8]) -> [Int] {
    var lines: [Int] = []
    var line = 1
    var depth = 0
    var listDepth: Int?
    var string: [UInt8] = []
    var isInString = false
    var lastString: [UInt8] = []
    var isAwaiting = false
    var index = 0
    let wanted = key.map { Array($0.utf8) }
    while index < bytes.count {
      let byte = bytes[index]
      defer { index += 1 }
      if byte == UInt8(ascii: "\n") { line += 1 }
      if isInString {
        if byte == UInt8(ascii: "\\") {
          index += 1
        } else if byte == UInt8(ascii: "\"") {
          isInString = false
          lastString = string
        } else if string.count < 64 {
          string.append(byte)
        }
        continue
      }
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0D: continue
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth -= 1
        if let list = listDepth, depth < list { return lines }
        continue
      default: break
      }
      if isAwaiting, depth == listDepth, byte != UInt8(ascii: ",") {
        lines.append(line)
        isAwaiting = false
      }
      switch byte {
      case UInt8(ascii: "\""):
        isInString = true
        string = []
      case UInt8(ascii: "["):
        depth += 1
        if listDepth == nil, wanted == nil || lastString == wanted {
          listDepth = depth
          isAwaiting = true
        }
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ","): if depth == listDepth { isAwaiting = true }
      default: break
      }
    }
    return lines
  }
}
