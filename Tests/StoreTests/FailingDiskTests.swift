import Delivery
import DeliveryTestSupport
import Foundation
import Store
import TestSupport
import Testing

private let compiler = "/usr/bin/cc"

/// A disk that fails a sync or cuts a write short, made with a library that is loaded before the C library.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: compiler), "left out: no C compiler"))
struct FailingDiskTests {
  private static let isLong = ProcessInfo.processInfo.environment["DAYBOOK_LONG_TESTS"] == "1"

  /// The n-th sync answers EIO, and every one after it; the n-th write to a file writes a part.
  private static let library = """
    #define _GNU_SOURCE
    #include <dlfcn.h>
    #include <errno.h>
    #include <stdlib.h>
    #include <unistd.h>
    static int syncs, writes;
    static int at(const char *name) { const char *text = getenv(name); return text ? atoi(text) : 0; }
    static int fails(void) { int n = at("FAIL_SYNC_AT"); return n && __sync_add_and_fetch(&syncs, 1) >= n; }
    int fdatasync(int file) {
      if (fails()) { errno = EIO; return -1; }
      return ((int (*)(int))dlsym(RTLD_NEXT, "fdatasync"))(file);
    }
    int fsync(int file) {
      if (fails()) { errno = EIO; return -1; }
      return ((int (*)(int))dlsym(RTLD_NEXT, "fsync"))(file);
    }
    ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t offset) {
      int n = at("CUT_WRITE_AT");
      if (n && count > 1 && __sync_add_and_fetch(&writes, 1) % n == 0) count /= 2;
      return ((ssize_t (*)(int, const void *, size_t, off64_t))dlsym(RTLD_NEXT, "pwrite64"))(file, bytes, count, offset);
    }
    """

  private func compile(in folder: URL) throws -> String {
    let source = folder.appending(path: "failing.c")
    try Self.library.write(to: source, atomically: true, encoding: .utf8)
    let library = folder.appending(path: "failing.so").path
    let process = Process()
    process.executableURL = URL(filePath: compiler)
    process.arguments = ["-shared", "-fPIC", "-o", library, source.path, "-ldl"]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return library
  }

  @Test func whatWasAcknowledgedBeforeASyncFailedIsThere() async throws {
    try await withTemporaryFolder { folder in
      let library = try compile(in: folder)
      let state = folder.appending(path: "state").path
      try StateDatabase(folder: state).close()
      var acknowledged: Set<String> = []
      let rounds = Self.isLong ? 200 : 12
      for round in 1...rounds {
        let began = ContinuousClock.now
        let child = try ChildProcess(
          "DelivererHelper", ["accept-each", state, "60", "round\(round)"],
          environment: ["LD_PRELOAD": library, "FAIL_SYNC_AT": "\(1 + round % 20)"])
        let lines = try child.text().split(separator: "\n").map(String.init)
        #expect(child.exitCode == 73)
        #expect(lines.last?.contains("state.sqlite: cannot write: the disk failed") == true, "\(lines.last ?? "")")
        #expect(began.duration(to: .now) < .seconds(5))
        acknowledged.formUnion(lines.dropLast().compactMap { $0.split(separator: " ").first.map(String.init) })
      }
      let database = try StateDatabase(folder: state)
      #expect(try database.problems() == [])
      let ids = Set(try await SQLiteOutbox(database).deliveries(DeliveryFilter()).map(\.id))
      #expect(acknowledged.count > rounds)
      #expect(acknowledged.subtracting(ids).isEmpty)
      print(
        "failing syncs: \(rounds) rounds, \(acknowledged.count) acknowledged, \(acknowledged.subtracting(ids).count) lost"
      )
      try database.close()
    }
  }

  @Test func writesThatAreCutShortAreFinished() async throws {
    try await withTemporaryFolder { folder in
      let library = try compile(in: folder)
      let state = folder.appending(path: "state").path
      let child = try ChildProcess(
        "DelivererHelper", ["accept-each", state, "100", "cut"],
        environment: ["LD_PRELOAD": library, "CUT_WRITE_AT": "3"])
      let ids = try child.text().split(separator: "\n").compactMap { $0.split(separator: " ").first.map(String.init) }
      #expect(child.exitCode == 0)
      let database = try StateDatabase(folder: state)
      #expect(try database.problems() == [])
      #expect(try await SQLiteOutbox(database).deliveries(DeliveryFilter()).map(\.id) == ids)
      #expect(ids.count == 100)
      try database.close()
    }
  }
}
