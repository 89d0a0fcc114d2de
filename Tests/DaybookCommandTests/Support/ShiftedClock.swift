import DeliveryTestSupport
import Foundation

/// A wall clock that is some days ahead, made with a C library that is loaded before the C library proper.
struct ShiftedClock {
  private static let compiler = "/usr/bin/cc"
  static var isAvailable: Bool { FileManager.default.isExecutableFile(atPath: compiler) }

  private let library: String

  init(in folder: URL) throws {
    let source = folder.appending(path: "shifted-clock.c")
    try Self.source.write(to: source, atomically: true, encoding: .utf8)
    library = folder.appending(path: "shifted-clock.so").path
    let build = try ChildProcess(
      program: Self.compiler, ["-shared", "-fPIC", "-O1", "-o", library, source.path, "-ldl"])
    _ = try build.text()
    guard build.exitCode == 0 else { throw POSIXError(.ENOEXEC) }
  }

  /// The variables that a process on this clock is started with.
  func environment(days: Int) -> [String: String] {
    ["LD_PRELOAD": library, "CLOCK_SHIFT": "\(days * 86_400)"]
  }

  private static let source = #"""
    #define _GNU_SOURCE
    #include <dlfcn.h>
    #include <stdlib.h>
    #include <sys/time.h>
    #include <time.h>

    static long shift(void) {
      const char *text = getenv("CLOCK_SHIFT");
      return text ? atol(text) : 0;
    }

    int clock_gettime(clockid_t clock, struct timespec *now) {
      int result = ((int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime"))(clock, now);
      if (!result && clock == CLOCK_REALTIME) now->tv_sec += shift();
      return result;
    }

    int gettimeofday(struct timeval *now, void *zone) {
      int result = ((int (*)(struct timeval *, void *))dlsym(RTLD_NEXT, "gettimeofday"))(now, zone);
      if (!result) now->tv_sec += shift();
      return result;
    }
    """#
}
