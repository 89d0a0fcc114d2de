import Foundation
import TestSupport
import Testing

@Suite("Help")
struct HelpTests {
  private static let anywhere = FileManager.default.temporaryDirectory

  /// The help of every command, by the command line that it is about.
  private static func pages() async throws -> [(command: String, text: String)] {
    let run = try await CommandRun("reference", "commands", in: anywhere)
    // By turns the text up to a fence, whose last line but the blank one is a heading, and what the fences hold.
    let parts = run.output.components(separatedBy: "```\n")
    return stride(from: 0, to: parts.count - 1, by: 2).compactMap { index in
      let heading = parts[index].split(separator: "\n").last { $0.hasPrefix("###") }
      return heading.map { (String($0.drop { $0 == "#" || $0 == " " }), String(parts[index + 1].dropLast())) }
    }
  }

  @Test("Every command has an example, and only options that there are stand in it")
  func examples() async throws {
    let pages = try await Self.pages()
    #expect(pages.count > 25)
    for page in pages {
      let lines = page.text.components(separatedBy: "\n")
      let examples = lines.drop { $0 != "EXAMPLES" }.dropFirst().prefix { !$0.isEmpty }
      #expect(!examples.isEmpty, "\(page.command) has no example")
      #expect(examples.contains { $0.contains(page.command) }, "\(page.command) is in none of its examples")
      for option in examples.joined(separator: " ").matches(of: /--[a-z-]+/) {
        let isThere =
          page.text.contains("\n  \(option.output) ") || page.text.contains("\n  \(option.output)\n")
          || page.text.contains(", \(option.output) ") || page.text.contains("SUBCOMMANDS:")
        #expect(isThere, "\(page.command) has no \(option.output)")
      }
    }
  }

  @Test("No line of any help is longer than 80 columns")
  func width() async throws {
    var texts = try await Self.pages()
    for topic in try await Self.topics() + [""] {
      let arguments = topic.isEmpty ? ["help"] : ["help", topic]
      texts.append((topic, try await CommandRun(arguments: arguments, in: Self.anywhere).output))
    }
    for text in texts {
      for line in text.text.components(separatedBy: "\n") where line.count > 80 {
        // A command line or an address of an example stays whole: it is there to be copied.
        #expect(line.hasPrefix("    "), "\(text.command): \(line)")
      }
    }
  }

  @Test("`daybook help COMMAND` prints what stands in the reference")
  func command() async throws {
    let page = try #require(try await Self.pages().first { $0.command == "daybook deliveries show" })
    let run = try await CommandRun("help", "deliveries", "show", in: Self.anywhere)
    #expect(run.status == 0)
    #expect(run.output == page.text + "\n")
  }

  /// The names of the topics that `daybook help` lists.
  private static func topics() async throws -> [String] {
    let lines = try await CommandRun("help", in: anywhere).output.components(separatedBy: "\n")
    return lines.drop { $0 != "TOPICS" }.dropFirst().prefix { !$0.isEmpty }
      .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
  }

  @Test("Every topic has a text, for each of its sections")
  func topics() async throws {
    let topics = try await Self.topics()
    #expect(topics.count >= 12)
    for topic in topics {
      let run = try await CommandRun("help", topic, in: Self.anywhere)
      #expect(run.status == 0)
      #expect(run.output.count > 200, "\(topic) says next to nothing")
      #expect(!run.output.contains("\n\n\n"), "a section of \(topic) is missing")
      #expect(!run.output.contains("<doc:"), "\(topic) names a page that a terminal cannot show")
    }
    #expect(try await CommandRun("help", "timeline", in: Self.anywhere).output.contains("{#kerr-world-title}"))
  }

  @Test(
    "A mistyped name is answered with the one that was meant",
    arguments: [
      (["aprove"], "aprove: no such command of `daybook`; did you mean \"approve\"?"),
      (["help", "timelin"], "timelin: no such command or topic; did you mean \"timeline\"?"),
      (
        ["draft", "--chanel", "x"],
        "--chanel: no such option of `daybook draft`; did you mean \"--channel\"?"
      ),
      (["pick", "--dat=2024-01-01"], "--dat: no such option of `daybook pick`; did you mean \"--date\"?"),
      (["deliveries", "shwo", "a"], "shwo: no such command of `daybook deliveries`; did you mean \"show\"?"),
      (["webhooks", "--jsn"], "--jsn: no such option of `daybook webhooks`; did you mean \"--json\"?"),
      (["draft", "--enqueue-nothing"], "--enqueue-nothing: no such option of `daybook draft`; `daybook help draft`"),
    ])
  func mistyped(arguments: [String], message: String) async throws {
    let run = try await CommandRun(arguments: arguments, in: Self.anywhere)
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    #expect(run.messages.hasPrefix("daybook: " + message), "\(run.messages)")
  }

  @Test("What is wrong with known names is said as before")
  func knownNames() async throws {
    let run = try await CommandRun("draft", "letters", in: Self.anywhere)
    #expect(run.status == 64)
    #expect(run.messages.contains("letters"))
    #expect(run.messages.split(separator: "\n").allSatisfy { $0.hasPrefix("Error: ") || $0.count <= 80 })
  }

  @Test("Shells get completions, whole", arguments: ["bash", "zsh", "fish"])
  func completions(shell: String) async throws {
    let run = try await CommandRun("--generate-completion-script", shell, in: Self.anywhere)
    #expect(run.status == 0)
    #expect(run.output.contains("unapprove"))
    #expect(!run.output.contains("reference"))
  }
}
