import Delivery
import Foundation
import Logging
import Synchronization
import TestSupport
import Testing

@testable import DaybookCommand

struct LogOutputTests {
  private static let secret = Secret("whsec_c2VjcmV0LWtleS1vZi0yNC1ieXRlcw==")

  /// What an output has written.
  private final class Lines: Sendable {
    private let lines = Mutex<[String]>([])

    func output(_ format: LogFormat, isForJournal: Bool = false, secrets: LogSecrets = LogSecrets()) -> LogOutput {
      LogOutput(
        format: format, secrets: secrets, isForJournal: isForJournal,
        now: { Date(timeIntervalSince1970: 1_725_858_000.125) },
        write: { line in self.lines.withLock { $0.append(line) } })
    }

    var all: [String] { lines.withLock(\.self) }
  }

  /// A line of JSON as a program reads it.
  private struct Read: Decodable, Equatable {
    var timestamp: String
    var level: String
    var message: String
    var fields: [String: String]?
  }

  @Test func textIsForPeople() {
    let lines = Lines()
    var logger = lines.output(.text).logger()
    logger[metadataKey: "webhook"] = "desk"
    logger.warning("The webhook answered 503", metadata: ["attempt": "2", "next": "in 5 s", "none": ""])
    logger.debug("not shown at this level")
    #expect(
      lines.all == [
        "2024-09-09T05:00:00.125Z warning The webhook answered 503 attempt=2 next=\"in 5 s\" none=\"\" webhook=desk\n"
      ])
  }

  @Test func theJournalGetsAPriorityAndKeepsTheTimeItself() {
    let lines = Lines()
    let levels: [Logger.Level] = [.debug, .info, .notice, .warning, .error, .critical]
    for level in levels {
      lines.output(.text, isForJournal: true).logger(level: .debug).log(level: level, "text")
    }
    #expect(
      lines.all == [
        "<7>debug text\n", "<6>info text\n", "<5>notice text\n", "<4>warning text\n", "<3>error text\n",
        "<2>critical text\n",
      ])
  }

  @Test func theJournalIsKnownByDeviceAndInode() async throws {
    try await withTemporaryFolder { folder in
      let path = folder.appending(path: "journal").path
      try Data().write(to: URL(filePath: path))
      let stream = try FileHandle(forWritingTo: URL(filePath: path))
      let about = try FileManager.default.attributesOfItem(atPath: path)
      let name = "\(try #require(about[.systemNumber] as? Int)):\(try #require(about[.systemFileNumber] as? Int))"
      let descriptor = stream.fileDescriptor
      #expect(LogOutput.isJournal(descriptor, environment: ["JOURNAL_STREAM": name]))
      #expect(!LogOutput.isJournal(descriptor, environment: ["JOURNAL_STREAM": "1:1"]))
      #expect(!LogOutput.isJournal(descriptor, environment: [:]))
    }
  }

  @Test func jsonIsALineForPrograms() throws {
    let lines = Lines()
    let nasty = "a\nb\"c\\d\u{1}\u{2028}é"
    lines.output(.json).logger().error("\(nasty)", metadata: ["draft": "\(nasty)"])
    lines.output(.json).logger().info("plain")
    let read = try lines.all.map { try JSONDecoder().decode(Read.self, from: Data($0.utf8)) }
    let time = "2024-09-09T05:00:00.125Z"
    #expect(
      read == [
        Read(timestamp: time, level: "error", message: nasty, fields: ["draft": nasty]),
        Read(timestamp: time, level: "info", message: "plain"),
      ])
    #expect(lines.all.allSatisfy { $0.split(separator: "\n").count == 1 && $0.hasSuffix("}\n") })
  }

  @Test func fieldsMayHoldListsAndGroups() throws {
    struct Group: Decodable, Equatable {
      struct Fields: Decodable, Equatable {
        var webhooks: [String]
        var counts: [String: String]
      }
      var fields: Fields
    }
    let lines = Lines()
    let metadata: Logger.Metadata = [
      "webhooks": ["desk", "slack"], "counts": ["dead": .stringConvertible(2), "pending": "1"],
    ]
    lines.output(.json).logger().info("text", metadata: metadata)
    lines.output(.text, isForJournal: true).logger().info("text", metadata: metadata)
    let group = try JSONDecoder().decode(Group.self, from: Data(lines.all[0].utf8))
    #expect(group.fields == .init(webhooks: ["desk", "slack"], counts: ["dead": "2", "pending": "1"]))
    #expect(
      lines.all[1]
        == #"<6>info text counts="{\"dead\":\"2\",\"pending\":\"1\"}" webhooks="[\"desk\",\"slack\"]""# + "\n")
  }

  @Test func nothingInATextMovesTheCursorOrMakesALine() {
    let lines = Lines()
    let nasty = "a\nINFO b\r\u{1B}[2Jc\u{9B}d\u{202E}e\u{2028}f\u{85}g\\n\th"
    lines.output(.text).logger().info("\(nasty)", metadata: ["na\nme": "\(nasty)"])
    let scalars = lines.all[0].dropLast().unicodeScalars
    #expect(
      scalars.allSatisfy { $0.properties.generalCategory != .control && $0.properties.generalCategory != .format })
    #expect(lines.all[0].contains(#"a\nINFO b\r\u{1B}[2Jc\u{9B}d\u{202E}e\u{2028}f\u{85}g\\n\th"#))
  }

  @Test(arguments: LogFormat.allCases)
  func noSecretIsEverLogged(_ format: LogFormat) {
    struct Refused: Error, CustomStringConvertible {
      let description: String
    }
    let lines = Lines()
    let secrets = LogSecrets([Self.secret])
    let value = Self.secret.reveal()
    let later = "later-secret/\"with\nmarks"
    var logger = lines.output(format, secrets: secrets).logger()
    logger[metadataKey: "kept"] = "x\(value)x"
    secrets.add([Secret(later)])
    logger.info("sent with \(value) and \(later)")
    logger.error(
      "text",
      metadata: [
        "field": "\(value)", "list": [.string(value), .dictionary(["inner": .string(later)])], "\(value)": "name",
        "object": .stringConvertible(Self.secret), "error": "\(Refused(description: "refused: \(later)"))",
      ])
    let everything = lines.all.joined()
    for part in [value, String(value.dropFirst(6)), "later-secret", "with\\nmarks"] {
      #expect(!everything.contains(part))
    }
    #expect(everything.contains(Redactor.mark))
  }
}
