/// How long one attempt may take, each counted from its start.
package struct Deadlines: Sendable, Hashable {
  /// Until the connection stands, TLS included.
  package var connect: Duration
  /// Until the first byte of the answer.
  package var firstByte: Duration
  /// Until the answer is complete.
  package var whole: Duration

  package init(connect: Duration = .seconds(10), firstByte: Duration = .seconds(20), whole: Duration = .seconds(30)) {
    self.connect = connect
    self.firstByte = firstByte
    self.whole = whole
  }
}
