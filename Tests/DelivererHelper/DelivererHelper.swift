import Delivery
import Foundation
import Store

/// A process for tests to kill: it accepts deliveries, or delivers what is due, and says what it has done.
///
/// - `accept FOLDER COUNT` prints the ids once they are on disk.
/// - `accept-each FOLDER COUNT NAME` accepts one at a time and prints each id with the milliseconds that it took;
///   `accept-opening` opens and closes the outbox for each, as separate commands do.
/// - `claim FOLDER` claims everything that is due, says `claimed`, and hangs.
/// - `deliver FOLDER PORT` delivers until nothing is due.
/// - `halt FOLDER PORT POINT` delivers, and hangs when the first one is `claimed`, `sent` or `recorded`, saying so.
/// - `run FOLDER PORT [OPTION=NUMBER…]` delivers until SIGTERM, as the daemon does: see ``RunOptions``.
/// - `answer PATH PORT`, `rebind - COUNT` and `beside-hanging - PORT NAMES REQUESTS` send without an outbox, see
///   ``Sending``.
@main
struct DelivererHelper {
  static func main() async throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3 else { exit(64) }
    let folder = arguments[2]
    let number = arguments.count > 3 ? Int(arguments[3]) ?? 0 : 0
    let rest = Array(arguments.dropFirst(4))
    switch arguments[1] {
    case "accept": try await Accepting.all(number, into: outbox(folder))
    case "accept-each": await Accepting.each(number, named: rest[0]) { try outbox(folder) }
    case "accept-opening": await Accepting.each(number, named: rest[0], isOpenedAnew: true) { try outbox(folder) }
    case "claim": try await Delivering.claim(from: outbox(folder))
    case "deliver": try await Delivering.due(from: outbox(folder), options: RunOptions(port: number, rest))
    case "halt": try await Delivering.halt(at: rest[0], from: outbox(folder), options: RunOptions(port: number, []))
    case "run": try await Delivering.run(from: outbox(folder), options: RunOptions(port: number, rest))
    case "answer": try await Sending.answer(port: number, path: folder)
    case "rebind": try await Sending.rebind(count: number)
    case "beside-hanging":
      try await Sending.besideHanging(port: number, names: Int(rest[0]) ?? 0, requests: Int(rest[1]) ?? 0)
    default: exit(64)
    }
  }

  private static func outbox(_ folder: String) throws -> SQLiteOutbox {
    SQLiteOutbox(try StateDatabase(folder: folder))
  }

  static func say(_ text: String) {
    FileHandle.standardOutput.write(Data((text + "\n").utf8))
  }
}
