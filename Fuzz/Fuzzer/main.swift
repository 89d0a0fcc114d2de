import CFuzzer
import FuzzTargets

#if canImport(Glibc)
  import Glibc
#endif

/// The reader that this process holds inputs against.
nonisolated(unsafe) var target: FuzzTarget?

// The first argument names the reader; libFuzzer takes the others.
guard CommandLine.arguments.count > 1, let named = FuzzTarget.named(CommandLine.arguments[1]) else {
  print("usage: Fuzzer READER [libFuzzer's arguments]; readers: \(FuzzTarget.all.map(\.name).joined(separator: " "))")
  exit(64)
}
target = named

var arguments = ([CommandLine.arguments[0]] + CommandLine.arguments.dropFirst(2)).map { strdup($0) } + [nil]
var count = Int32(arguments.count - 1)
let status = arguments.withUnsafeMutableBufferPointer { buffer in
  var base = buffer.baseAddress
  return LLVMFuzzerRunDriver(&count, &base) { data, size in
    let bytes = Array(UnsafeBufferPointer(start: data, count: size))
    if let fault = target?.fault(bytes) {
      // Unbuffered: nothing is flushed when the process is aborted.
      _ = Array("FAULT: \(fault)\n".utf8).withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
      abort()
    }
    return 0
  }
}
exit(status)
