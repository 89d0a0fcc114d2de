import Foundation
import TestSupport

/// A copy of this repository's own publication, for tests that write.
enum SamplePublication {
  /// Copies what a publication consists of into `folder`.
  static func copy(to folder: URL) throws {
    for name in ["daybook.yaml", "Timelines", "Templates"] {
      try FileManager.default.copyItem(
        at: SharedData.repository.appending(path: name), to: folder.appending(path: name))
    }
  }

  /// Puts the publication's webhook at a port of this machine.
  static func pointWebhook(of folder: URL, from old: Int = 8_787, toPort port: Int) throws {
    let file = folder.appending(path: "daybook.yaml")
    let settings = try String(contentsOf: file, encoding: .utf8)
    try settings.replacing("127.0.0.1:\(old)/", with: "127.0.0.1:\(port)/")
      .write(to: file, atomically: true, encoding: .utf8)
  }

  /// A secret for tests alone.
  static let secret = "whsec_" + Data((0..<24).map { UInt8($0) }).base64EncodedString()
  static let environment = ["DAYBOOK_DESK_SECRET": secret]
}
