/// Why the outbox could not do what was asked.
package enum OutboxError: Error, Hashable, Sendable {
  case noSuchDelivery(id: String)
  /// A delivery that is being sent or was delivered is neither cancelled nor sent again.
  case notPossible(action: String, id: String, state: DeliveryState)
  /// The store cannot be written now; `reason` says why.
  case cannotWrite(path: String, reason: String)
  /// The disk failed: what it holds is uncertain, so nothing more is accepted until the store is opened again.
  case diskFailed(path: String, reason: String)
  /// The store cannot be read, or is not one.
  case unusable(path: String, reason: String)
}

extension OutboxError: CustomStringConvertible {
  /// A sentence for people without a full stop.
  package var description: String {
    switch self {
    case .noSuchDelivery(let id): "no delivery \(id); `daybook deliveries list` shows them all"
    case .notPossible(let action, let id, let state): "cannot \(action) \(id): it is \(state.rawValue)"
    case .cannotWrite(let path, let reason): "\(path): cannot write: \(reason)"
    case .diskFailed(let path, let reason): "\(path): cannot write: the disk failed (\(reason)); start again"
    case .unusable(let path, let reason): "\(path): cannot use this file: \(reason)"
    }
  }
}
