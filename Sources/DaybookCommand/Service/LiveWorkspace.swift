internal import Delivery
internal import Synchronization

/// The publication as a service works with it: by the last settings that could be read.
final class LiveWorkspace: Sendable {
  private struct State {
    var workspace: Workspace
    var problems: [String] = []
  }

  private let state: Mutex<State>

  /// Begins with settings that are in order.
  init(_ workspace: Workspace) {
    state = Mutex(State(workspace: workspace))
  }

  /// By the settings in force.
  var workspace: Workspace { state.withLock(\.workspace) }

  /// Why the settings in force are not those in the file; empty when they are.
  ///
  /// Sentences for people without a full stop.
  var problems: [String] { state.withLock(\.problems) }

  /// What became of reading the settings again.
  enum Outcome: Hashable {
    /// Those in the file are in force now; whether there had been something wrong with them before.
    case taken(isMended: Bool)
    /// Something is wrong with those in the file, and what was in force stays.
    case kept(isNews: Bool)
  }

  /// Reads the settings again, with all that depends on them.
  func reload() -> Outcome {
    let old = workspace
    do throws(CommandFailure) {
      let new = try Workspace(in: old.folder, seenFrom: WorkspaceFolder.current())
      return state.withLock { state in
        defer { state = State(workspace: new) }
        return .taken(isMended: !state.problems.isEmpty)
      }
    } catch {
      return state.withLock { state in
        defer { state.problems = error.messages }
        return .kept(isNews: state.problems != error.messages)
      }
    }
  }

  /// Why webhooks cannot be used, as for a secret that is not there: what is accepted for them waits.
  var unusableWebhooks: [String] {
    workspace.unusableWebhooks().flatMap(\.problems)
  }
}
