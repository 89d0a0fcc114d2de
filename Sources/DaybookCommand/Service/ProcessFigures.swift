internal import Glibc

/// What the kernel says of this process, from proc(5); nil where it says nothing.
struct ProcessFigures {
  /// Seconds of processor time, in user and kernel together.
  var cpuSeconds: Double?
  /// Bytes of memory in use, and of address space.
  var residentBytes: Double?
  var virtualBytes: Double?
  var openFiles: Double?
  var mostFiles: Double?
  /// Seconds from 1970 to the start of the process.
  var startTime: Double?
  var threads: Double?

  /// Reads the figures now.
  init(proc: String = "/proc") {
    readStat(proc)
    openFiles = FileSystem.isFolder("\(proc)/self/fd") ? Double(FileSystem.names(in: "\(proc)/self/fd").count) : nil
    mostFiles = Self.lines("\(proc)/self/limits").first { $0.hasPrefix("Max open files") }
      .flatMap { $0.split(separator: " ").dropFirst(3).first }.flatMap { Double($0) }
  }

  /// The fields of `stat` that follow the program's name in parentheses; the first of them is number 3 in proc(5).
  private mutating func readStat(_ proc: String) {
    guard let line = Self.lines("\(proc)/self/stat").first, let end = line.lastIndex(of: ")") else { return }
    let fields = line[end...].dropFirst().split(separator: " ")
    func field(_ number: Int) -> Double? {
      fields.indices.contains(number - 3) ? Double(fields[number - 3]) : nil
    }
    let ticks = Double(sysconf(Int32(_SC_CLK_TCK)))
    if let user = field(14), let kernel = field(15) { cpuSeconds = (user + kernel) / ticks }
    threads = field(20)
    virtualBytes = field(23)
    residentBytes = field(24).map { $0 * Double(sysconf(Int32(_SC_PAGESIZE))) }
    // The file with the time of the boot is hidden from a service that sees processes only.
    if let start = field(22) { startTime = Self.clock(CLOCK_REALTIME) - Self.clock(CLOCK_BOOTTIME) + start / ticks }
  }

  private static func clock(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func lines(_ path: String) -> [Substring] {
    let bytes = (try? FileSystem.read(path)) ?? []
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
  }
}
