import Delivery
import Foundation
import Testing

@testable import DaybookCommand

struct VisibleTextTests {
  @Test(arguments: [
    ("plain Ærø 👍", "plain Ærø 👍"), ("a\u{1B}[2Jb", "a\\u{1B}[2Jb"), ("a\tb\\c", "a\\tb\\\\c"),
    ("a\u{202E}b\u{9B}c", "a\\u{202E}b\\u{9B}c"),
  ])
  func nothingMovesTheCursor(text: String, shown: String) {
    #expect(text.visible == shown)
  }

  @Test func anAnswerReachesTheTerminalAsWords() {
    let attempt = Attempt(
      number: 1, began: Date(timeIntervalSince1970: 0), duration: .milliseconds(5), status: 400, error: nil,
      answer: "no\u{1B}]0;pwn\u{07}\nnever")
    #expect(AttemptRow(attempt).line.hasSuffix("\n     no\\u{1B}]0;pwn\\u{7}\n     never"))
  }
}
