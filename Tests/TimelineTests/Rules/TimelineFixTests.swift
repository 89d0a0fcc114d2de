import Testing
import Timeline

@Suite struct TimelineFixTests {
  private let text = """
    ---
    title: x
    ---
    ## 2024-08-04 — Heats

    Text   with spaces\u{20}\u{20}

    ## Aug. 6, 2024: Final ##

    ## 2024-08-07 — Kept {#kept}

    2024-08-08
    ---
    ## no date

    ```
    ## 2024-08-09
    ```
    """

  private let fixed = """
    ---
    title: x
    ---
    ## 2024-08-04 — Heats {#2024-08-04-heats}

    Text   with spaces\u{20}\u{20}

    ## Aug. 6, 2024: Final {#2024-08-06-final} ##

    ## 2024-08-07 — Kept {#kept}

    2024-08-08 {#2024-08-08}
    ---
    ## no date

    ```
    ## 2024-08-09
    ```
    """

  @Test func missingIDsAreAddedAndNothingElse() {
    #expect(TimelineFix.fix(text) == fixed)
    #expect(TimelineFix.fix(fixed) == fixed)
    #expect(
      TimelineReader.read(fixed).document.entries.map(\.id) == TimelineReader.read(text).document.entries.map(\.id))
  }

  @Test func markAndLineEndsStay() throws {
    let bytes = [0xEF, 0xBB, 0xBF] + Array(text.replacing("\n", with: "\r\n").utf8)
    let wanted = [0xEF, 0xBB, 0xBF] + Array(fixed.replacing("\n", with: "\r\n").utf8)
    #expect(try TimelineFix.fix(bytes: bytes) == wanted)
  }

  @Test(arguments: [("{#a b}", "write {#a-b}."), ("{#}", "remove it."), ("{#die Flut!}", "write {#die-flut}.")])
  func anIDThatIsNoneIsReportedAndKept(id: String, message: String) {
    let text = "## 2024-01-01 — A \(id)\n\nT.\n"
    #expect(TimelineFix.fix(text) == text)
    let findings = TimelineCheck.run(TimelineReader.read(text))
    #expect(findings.map(\.rule) == ["unknown-field"])
    #expect(findings.first?.message.hasPrefix("\(id) is no id") == true)
    #expect(findings.first?.message.hasSuffix(message) == true)
  }
}
