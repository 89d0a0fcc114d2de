import Importers
import Timeline

/// A reader that is given hostile input, and what must hold whatever it is given.
package struct FuzzTarget: Sendable {
  /// The reader's name: `timeline`, `date`, or the name of an importer.
  package let name: String
  /// Reads one input, and returns what does not hold, or nil; it must neither crash nor hang.
  package let fault: @Sendable ([UInt8]) -> String?

  /// One target for each reader.
  package static let all: [FuzzTarget] =
    [
      FuzzTarget(name: "timeline", fault: TimelineProperties.fault),
      FuzzTarget(name: "date", fault: DateProperties.fault),
    ]
    + ImporterRegistry.all.map { importer in
      FuzzTarget(name: importer.name) { bytes in ImporterProperties.fault(of: importer, bytes) }
    }

  package static func named(_ name: String) -> FuzzTarget? {
    all.first { $0.name == name }
  }
}
