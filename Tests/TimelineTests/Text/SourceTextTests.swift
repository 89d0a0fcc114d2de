import Testing
import Timeline

@Suite struct SourceTextTests {
  @Test func theMarkGoesAndLinesEndInNewline() throws {
    #expect(try SourceText.decode([0xEF, 0xBB, 0xBF] + Array("a\r\nb\rc\n\r\n".utf8)) == "a\nb\nc\n\n")
    #expect(try SourceText.decode([]) == "")
  }

  @Test func invalidBytesHaveAPlace() {
    let bytes = Array("a\r\né".utf8) + [0xC3, 0x28]
    #expect(throws: SourceTextError(problem: .invalidUTF8(0xC3), position: SourcePosition(line: 2, column: 2))) {
      try SourceText.decode(bytes)
    }
    #expect(throws: SourceTextError(problem: .invalidUTF8(0xE2), position: SourcePosition(line: 1, column: 3))) {
      try SourceText.decode(Array("ab".utf8) + [0xE2, 0x80])
    }
  }

  @Test func nulHasAPlace() {
    #expect(throws: SourceTextError(problem: .nul, position: SourcePosition(line: 3, column: 2))) {
      try SourceText.decode(Array("a\rb\r\nc\0".utf8))
    }
  }
}
