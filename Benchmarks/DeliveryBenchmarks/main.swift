import Delivery
import Foundation
import Store

/// Measures deliveries from the SQLite outbox; `Benchmarks/deliveries` starts the server and the peers.
///
/// - `deliver PORT COUNT [IN_FLIGHT]`: durable, signed deliveries of 2 KB a second.
/// - `memory COUNT`: the memory that each of so many requests in flight takes.
/// - `ready PORT COUNT`: the time from opening an outbox with so many pending rows to the first answer.
/// - `busy PORT FOLDER`: keeps an outbox and a deliverer busy until it is ended.
let arguments = CommandLine.arguments
let number = { (index: Int) in arguments.count > index ? Int(arguments[index]) ?? 0 : 0 }
switch arguments.dropFirst().first {
case "deliver" where arguments.count > 4:
  try await Benchmark.deliver(port: number(2), count: number(3), inFlight: number(4))
case "deliver": try await Benchmark.deliver(port: number(2), count: number(3))
case "memory": try await Benchmark.memory(count: number(2))
case "ready": try await Benchmark.ready(port: number(2), count: number(3))
case "busy": try await Benchmark.busy(port: number(2), folder: arguments[3])
default: exit(64)
}
