internal import Foundation

/// Whether tests take the time that their long forms need: `make test-long` and its like say so.
public enum LongTests {
  public static let areOn = ProcessInfo.processInfo.environment["DAYBOOK_LONG_TESTS"] == "1"
}
