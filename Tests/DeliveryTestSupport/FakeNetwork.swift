package import Foundation

/// A network that lies, made with a C library that is loaded before the C library proper.
///
/// Names are answered here and nowhere else: `hang….test` never is, `well.test` leads to 127.0.0.1, and any other name
/// ending in `.test` to the answers of `FAKE_ANSWERS`, `1.2.3.4,5.6.7.8;::1`, one after the other, from one that its
/// number says: `name-2.test` begins with the third. `CONNECT_LOG` gets a line for every address that is connected
/// to, and none but 127.0.0.1 is really tried. `RECEIVED_LOG` gets the number of bytes that were read from sockets, at
/// the end of the process.
package struct FakeNetwork {
  private static let compiler = "/usr/bin/cc"
  package static var isAvailable: Bool { FileManager.default.isExecutableFile(atPath: compiler) }

  private let library: String
  private let folder: URL

  /// Builds the library in a folder that is there as long as the network is used.
  package init(in folder: URL) throws {
    self.folder = folder
    let source = folder.appending(path: "fake-network.c")
    try Self.source.write(to: source, atomically: true, encoding: .utf8)
    library = folder.appending(path: "fake-network.so").path
    let build = try ChildProcess(
      program: Self.compiler, ["-shared", "-fPIC", "-O1", "-o", library, source.path, "-ldl", "-lpthread"])
    _ = try build.text()
    guard build.exitCode == 0 else { throw POSIXError(.ENOEXEC) }
  }

  /// The variables that a process in this network is started with.
  package func environment(answers: [String] = []) -> [String: String] {
    [
      "LD_PRELOAD": library, "FAKE_ANSWERS": answers.joined(separator: ";"), "CONNECT_LOG": connectLog.path,
      "RECEIVED_LOG": receivedLog.path,
    ]
  }

  /// The addresses that were connected to.
  package func connections() -> [String] {
    let text = (try? String(contentsOf: connectLog, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").map(String.init)
  }

  /// How many bytes the process read from its sockets; nil while it runs.
  package func receivedBytes() -> Int? {
    let text = try? String(contentsOf: receivedLog, encoding: .utf8)
    return text.flatMap { Int($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
  }

  private var connectLog: URL { folder.appending(path: "connections.log") }
  private var receivedLog: URL { folder.appending(path: "received.log") }

  private static let source = #"""
    #define _GNU_SOURCE
    #include <arpa/inet.h>
    #include <dlfcn.h>
    #include <errno.h>
    #include <fcntl.h>
    #include <netdb.h>
    #include <pthread.h>
    #include <stdio.h>
    #include <stdlib.h>
    #include <string.h>
    #include <sys/socket.h>
    #include <unistd.h>

    #define NAMES 65536
    #define NEXT(type, name) ((type)dlsym(RTLD_NEXT, name))
    typedef int (*look_up)(const char *, const char *, const struct addrinfo *, struct addrinfo **);

    static unsigned asked[NAMES];
    static long long received;

    static int numeric(const char *text, const char *service, const struct addrinfo *hints, struct addrinfo **found) {
      struct addrinfo plain = {0};
      if (hints) plain = *hints;
      plain.ai_flags = AI_NUMERICHOST;
      plain.ai_family = AF_UNSPEC;
      return NEXT(look_up, "getaddrinfo")(text, service, &plain, found);
    }

    int getaddrinfo(const char *name, const char *service, const struct addrinfo *hints, struct addrinfo **found) {
      size_t length = name ? strlen(name) : 0;
      if (length < 5 || strcmp(name + length - 5, ".test")) return NEXT(look_up, "getaddrinfo")(name, service, hints, found);
      if (!strncmp(name, "hang", 4)) for (;;) pause();
      if (!strcmp(name, "well.test")) return numeric("127.0.0.1", service, hints, found);
      const char *dash = strrchr(name, '-');
      unsigned number = dash ? atoi(dash + 1) % NAMES : 0;
      unsigned turn = number + __sync_fetch_and_add(&asked[number], 1);
      char answers[4096], *rest = answers, *answer = NULL;
      const char *text = getenv("FAKE_ANSWERS");
      if (!text || !*text) return EAI_NONAME;
      unsigned count = 1;
      for (const char *c = text; *c; c++) count += *c == ';';
      snprintf(answers, sizeof answers, "%s", text);
      for (unsigned i = 0; i <= turn % count; i++) answer = strsep(&rest, ";");
      struct addrinfo *first = NULL, **last = &first;
      char *address;
      while ((address = strsep(&answer, ","))) {
        if (numeric(address, service, hints, last)) abort();
        while (*last) last = &(*last)->ai_next;
      }
      *found = first;
      return 0;
    }

    int connect(int socket, const struct sockaddr *to, socklen_t size) {
      char text[INET6_ADDRSTRLEN + 1] = "?";
      int local = 0;
      if (to->sa_family == AF_INET) {
        const struct in_addr *address = &((const struct sockaddr_in *)to)->sin_addr;
        inet_ntop(AF_INET, address, text, sizeof text - 1);
        local = ntohl(address->s_addr) == INADDR_LOOPBACK;
      } else if (to->sa_family == AF_INET6) {
        inet_ntop(AF_INET6, &((const struct sockaddr_in6 *)to)->sin6_addr, text, sizeof text - 1);
      } else {
        return NEXT(int (*)(int, const struct sockaddr *, socklen_t), "connect")(socket, to, size);
      }
      const char *path = getenv("CONNECT_LOG");
      int log = path ? open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600) : -1;
      size_t length = strlen(text);
      text[length] = '\n';
      if (log < 0 || write(log, text, length + 1) != (ssize_t)(length + 1)) abort();
      close(log);
      if (local) return NEXT(int (*)(int, const struct sockaddr *, socklen_t), "connect")(socket, to, size);
      errno = ECONNREFUSED;
      return -1;
    }

    ssize_t recv(int socket, void *bytes, size_t size, int flags) {
      ssize_t count = NEXT(ssize_t (*)(int, void *, size_t, int), "recv")(socket, bytes, size, flags);
      if (count > 0 && !(flags & MSG_PEEK)) __sync_fetch_and_add(&received, count);
      return count;
    }

    __attribute__((destructor)) static void say(void) {
      const char *path = getenv("RECEIVED_LOG");
      FILE *file = path ? fopen(path, "w") : NULL;
      if (file) { fprintf(file, "%lld\n", received); fclose(file); }
    }
    """#
}
