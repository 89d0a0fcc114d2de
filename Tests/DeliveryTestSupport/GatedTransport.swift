package import Delivery
internal import Synchronization

/// A transport that answers when a test lets it, with the statuses that the test gives, and 200 after those.
package final class GatedTransport: Transport, Sendable {
  private struct State {
    var ids: [String] = []
    var statuses: [Int] = []
    var isOpen = true
    var lastNumber = 0
    var held: [Int: CheckedContinuation<Bool, Never>] = [:]
  }

  private let state = Mutex(State())

  package init() {}

  /// The `webhook-id` of each request, in the order in which they came.
  package var ids: [String] { state.withLock { $0.ids } }
  package var statuses: [Int] {
    get { state.withLock { $0.statuses } }
    set { state.withLock { $0.statuses = newValue } }
  }

  /// From now on requests get no answer until ``open()``.
  package func close() {
    state.withLock { $0.isOpen = false }
  }

  package func open() {
    let held = state.withLock { state in
      state.isOpen = true
      defer { state.held = [:] }
      return Array(state.held.values)
    }
    held.forEach { $0.resume(returning: true) }
  }

  /// How many requests wait for an answer.
  package var held: Int { state.withLock { $0.held.count } }

  /// Returns when so many requests wait for an answer.
  package func waiting(_ count: Int) async {
    while held < count, !Task.isCancelled { try? await Task.sleep(for: .milliseconds(1)) }
  }

  package func send(_ request: OutgoingRequest) async throws(TransferFailure) -> HTTPAnswer {
    let number = state.withLock { state in
      state.ids.append(request.headers.first { $0.name == "webhook-id" }?.value ?? "")
      state.lastNumber += 1
      return state.lastNumber
    }
    let isAnswered = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isFree = state.withLock { state in
          guard !state.isOpen, !Task.isCancelled else { return true }
          state.held[number] = continuation
          return false
        }
        if isFree { continuation.resume(returning: !Task.isCancelled) }
      }
    } onCancel: {
      state.withLock { $0.held.removeValue(forKey: number) }?.resume(returning: false)
    }
    guard isAnswered else { throw TransferFailure(.stopped, "stopped before an answer came") }
    let status = state.withLock { $0.statuses.isEmpty ? 200 : $0.statuses.removeFirst() }
    return HTTPAnswer(status: status, headers: [], body: [])
  }
}
