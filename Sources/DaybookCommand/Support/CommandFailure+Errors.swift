internal import Content
internal import Delivery
internal import Importers
internal import Scheduler

extension CommandFailure {
  /// What a person is told of an error of another module; nil for an error that is no such.
  init?(_ error: any Error) {
    switch error {
    case let failure as CommandFailure: self = failure
    case let error as OutboxError: self.init(Self.status(of: error), error.description)
    case let error as DraftError: self.init(.badData, error.description)
    case let error as TemplateError: self.init(.badData, error.description)
    case let error as PayloadError: self.init(.badData, error.description)
    case let error as ZoneError: self.init(.badSettings, error.message)
    default: return nil
    }
  }

  /// What a person is told of any error, as a sentence without a full stop.
  static func words(for error: any Error) -> String {
    (CommandFailure(error)?.messages ?? ["\(error)"]).joined(separator: "; ")
  }

  private static func status(of error: OutboxError) -> ExitStatus {
    switch error {
    case .noSuchDelivery: .noInput
    case .notPossible: .badData
    case .cannotWrite, .diskFailed: .cannotWrite
    case .unusable: .unavailable
    }
  }
}
