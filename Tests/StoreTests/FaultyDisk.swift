import Foundation
import Testing

/// A disk that fails or keeps a diary, made with a C library that is loaded before the C library proper.
///
/// `FAIL_SYNC_AT=n`: the n-th sync answers EIO, and every one after it. `CUT_WRITE_AT=n`: every n-th write writes a
/// part. `KILL_AT_LOG_WRITE=n`: the process gets SIGKILL at its n-th write to SQLite's log, before it. `DISK_JOURNAL`
/// and `DISK_FOLDER`: what is written, cut, removed and synced in the folder is noted in the journal, see
/// ``DiskJournal``.
struct FaultyDisk {
  private static let compiler = "/usr/bin/cc"
  static var isAvailable: Bool { FileManager.default.isExecutableFile(atPath: compiler) }

  private let library: String

  init(in folder: URL) throws {
    let source = folder.appending(path: "faulty-disk.c")
    try Self.source.write(to: source, atomically: true, encoding: .utf8)
    library = folder.appending(path: "faulty-disk.so").path
    let process = Process()
    process.executableURL = URL(filePath: Self.compiler)
    process.arguments = ["-shared", "-fPIC", "-O1", "-o", library, source.path, "-ldl", "-lpthread"]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }

  /// The variables that a process on this disk is started with.
  func environment(_ settings: [String: String]) -> [String: String] {
    settings.merging(["LD_PRELOAD": library]) { first, _ in first }
  }

  private static let source = #"""
    #define _GNU_SOURCE
    #include <dlfcn.h>
    #include <errno.h>
    #include <fcntl.h>
    #include <pthread.h>
    #include <signal.h>
    #include <stdio.h>
    #include <stdlib.h>
    #include <string.h>
    #include <sys/uio.h>
    #include <unistd.h>

    static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
    static int syncs, writes, log_writes, journal = -2;

    static int at(const char *name) { const char *text = getenv(name); return text ? atoi(text) : 0; }
    static int fails(void) { int n = at("FAIL_SYNC_AT"); return n && __sync_add_and_fetch(&syncs, 1) >= n; }
    #define NEXT(type, name) ((type)dlsym(RTLD_NEXT, name))

    /* The path of an open file, where it is to be noted; else NULL. */
    static const char *noted(int file, char *path, size_t size) {
      const char *folder = getenv("DISK_FOLDER"), *name = getenv("DISK_JOURNAL");
      if (!folder || !name) return NULL;
      if (journal == -2) journal = open(name, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
      char link[64];
      snprintf(link, sizeof link, "/proc/self/fd/%d", file);
      ssize_t count = readlink(link, path, size - 1);
      if (count < 0) return NULL;
      path[count] = 0;
      size_t length = strlen(folder);
      return strncmp(path, folder, length) == 0 && (path[length] == '/' || !path[length]) ? path : NULL;
    }

    static void note(char what, long long a, long long b, const char *path, const void *bytes, size_t count) {
      char head[4200];
      int length = snprintf(head, sizeof head, "%c %lld %lld %s\n", what, a, b, path);
      struct iovec parts[2] = {{head, length}, {(void *)bytes, count}};
      if (writev(journal, parts, 2) != (ssize_t)(length + count)) abort();
    }

    static int synced(int file, const char *name) {
      char path[4096];
      const char *which = noted(file, path, sizeof path);
      if (fails()) { errno = EIO; return -1; }
      if (!which) return NEXT(int (*)(int), name)(file);
      pthread_mutex_lock(&lock);
      int result = NEXT(int (*)(int), name)(file);
      if (result == 0) note('S', 0, 0, which, NULL, 0);
      pthread_mutex_unlock(&lock);
      return result;
    }
    int fdatasync(int file) { return synced(file, "fdatasync"); }
    int fsync(int file) { return synced(file, "fsync"); }

    ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t offset) {
      ssize_t (*next)(int, const void *, size_t, off64_t) = NEXT(ssize_t (*)(int, const void *, size_t, off64_t), "pwrite64");
      char path[4096], link[64];
      int n = at("KILL_AT_LOG_WRITE");
      if (n) {
        snprintf(link, sizeof link, "/proc/self/fd/%d", file);
        ssize_t length = readlink(link, path, sizeof path - 1);
        if (length > 4 && !strncmp(path + length - 4, "-wal", 4) && ++log_writes >= n) kill(getpid(), SIGKILL);
      }
      n = at("CUT_WRITE_AT");
      if (n && count > 1 && __sync_add_and_fetch(&writes, 1) % n == 0) count /= 2;
      const char *which = noted(file, path, sizeof path);
      if (!which) return next(file, bytes, count, offset);
      pthread_mutex_lock(&lock);
      note('W', offset, count, which, bytes, count);
      ssize_t result = next(file, bytes, count, offset);
      if (result != (ssize_t)count) abort();
      pthread_mutex_unlock(&lock);
      return result;
    }

    int unlink(const char *path) {
      const char *folder = getenv("DISK_FOLDER");
      char any[4096];
      if (!folder || strncmp(path, folder, strlen(folder))) return NEXT(int (*)(const char *), "unlink")(path);
      noted(0, any, sizeof any);
      pthread_mutex_lock(&lock);
      note('U', 0, 0, path, NULL, 0);
      int result = NEXT(int (*)(const char *), "unlink")(path);
      pthread_mutex_unlock(&lock);
      return result;
    }

    int ftruncate64(int file, off64_t length) {
      char path[4096];
      const char *which = noted(file, path, sizeof path);
      pthread_mutex_lock(&lock);
      if (which) note('T', length, 0, which, NULL, 0);
      int result = NEXT(int (*)(int, off64_t), "ftruncate64")(file, length);
      pthread_mutex_unlock(&lock);
      return result;
    }
    """#
}
