/// Sends requests; libcurl does in earnest, tests have their own.
package protocol Transport: Sendable {
  /// Sends one request and waits for the answer, whatever its status.
  func send(_ request: OutgoingRequest) async throws(TransferFailure) -> HTTPAnswer
}
