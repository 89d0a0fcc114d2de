/// The exit codes of every command: 64 and above are those of BSD's sysexits.h.
enum ExitStatus: Int32 {
  case done = 0
  /// Findings of severity error, or some of several failed.
  case failed = 1
  case badData = 65
  case noInput = 66
  case unavailable = 69
  case cannotWrite = 73
  case tryLater = 75
  case badSettings = 78
  /// The command line itself is wrong.
  case usage = 64
}
