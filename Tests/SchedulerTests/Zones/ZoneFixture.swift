import Foundation

@testable import Scheduler

/// Zones as the system has them.
enum ZoneFixture {
  static func zone(_ name: String) throws -> Zone {
    try Zone(named: name) { name in
      (try? Data(contentsOf: URL(filePath: Zone.systemFolder).appending(path: name))).map { [UInt8]($0) }
    }
  }
}
