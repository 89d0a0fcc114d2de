package import Timeline

/// What was picked for some days, and what was not, each with its reason.
package struct PickSelection: Hashable, Sendable {
  /// An entry whose day it was and that was left out all the same.
  package struct Rejection: Hashable, Sendable {
    package var entry: Entry
    package var occursOn: CivilDay
    package var years: Int
    /// Why, in a sentence for the editor.
    package var reason: String
  }

  package var picks: [Pick] = []
  package var rejections: [Rejection] = []
}
