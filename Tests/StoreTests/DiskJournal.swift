import Foundation

/// What a process did to the files of a folder, in order, as ``FaultyDisk`` noted it; tells what a power cut leaves.
struct DiskJournal {
  private enum Step {
    case write(offset: Int, Data)
    case truncate(length: Int)
    case sync
    case remove
  }

  /// What becomes of what was written and not synced.
  enum Cut: CaseIterable {
    /// None of it reached the disk.
    case dropsAll
    /// Each write reached it or not, as chance had it.
    case keepsSome
  }

  private var steps: [(path: String, step: Step)] = []

  /// Reads a journal; a step that the end of the process cut off is left out.
  init(_ file: URL) throws {
    var rest = (try? Data(contentsOf: file)) ?? Data()
    while let end = rest.firstIndex(of: 0x0A) {
      let head = String(decoding: rest[..<end], as: UTF8.self).split(separator: " ", maxSplits: 3)
      guard head.count == 4, let first = Int(head[1]), let second = Int(head[2]) else {
        throw CocoaError(.fileReadCorruptFile)
      }
      rest = rest[(end + 1)...]
      switch head[0] {
      case "W":
        guard rest.count >= second else { return }
        steps.append((String(head[3]), .write(offset: first, Data(rest.prefix(second)))))
        rest = rest.dropFirst(second)
      case "T": steps.append((String(head[3]), .truncate(length: first)))
      case "U": steps.append((String(head[3]), .remove))
      default: steps.append((String(head[3]), .sync))
      }
    }
  }

  /// The files of a folder after a power cut, by name, when it began with the files in `start`.
  ///
  /// A file is as it was at its last sync; making and removing one lasts once the folder was synced after it.
  func files(in folder: String, from start: [String: Data], cut: Cut) -> [String: Data] {
    var durable = start
    var pending: [String: [Step]] = [:]
    var removed: Set<String> = []
    var isNamed = Set(start.keys)
    for (path, step) in steps {
      let name = String(path.dropFirst(folder.count + 1))
      switch step {
      case .sync where name.isEmpty:
        isNamed.formUnion(durable.keys)
        isNamed.formUnion(pending.keys)
        for name in removed {
          durable[name] = nil
          pending[name] = nil
          isNamed.remove(name)
        }
        removed = []
      case .sync:
        durable[name] = Self.apply(pending.removeValue(forKey: name) ?? [], to: durable[name] ?? Data())
      case .remove: removed.insert(name)
      case .write, .truncate:
        // One that is made anew under the name of a removed one.
        if removed.remove(name) != nil { (durable[name], pending[name]) = (Data(), nil) }
        pending[name, default: []].append(step)
      }
    }
    if cut == .keepsSome {
      for (name, steps) in pending {
        durable[name] = Self.apply(steps.filter { _ in Bool.random() }, to: durable[name] ?? Data())
      }
    }
    return durable.filter { isNamed.contains($0.key) }
  }

  private static func apply(_ steps: [Step], to data: Data) -> Data {
    steps.reduce(into: data) { data, step in
      switch step {
      case .write(let offset, let bytes):
        let end = offset + bytes.count
        if data.count < end { data.append(Data(count: end - data.count)) }
        data.replaceSubrange(offset..<end, with: bytes)
      case .truncate(let length):
        data = data.count > length ? data.prefix(length) : data + Data(count: length - data.count)
      case .sync, .remove: break
      }
    }
  }
}
