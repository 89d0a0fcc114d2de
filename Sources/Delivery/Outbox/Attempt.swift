package import FoundationEssentials

/// One try of a delivery, kept for the editor who asks what happened.
package struct Attempt: Sendable, Hashable {
  /// How much of an answer is kept, in bytes.
  package static let answerLimit = 2_048

  /// Counts from 1 within its delivery.
  package var number: Int
  package var began: Date
  package var duration: Duration
  /// The HTTP status; nil when no answer came.
  package var status: Int?
  /// Why it failed, as a sentence for people; nil for a success.
  package var error: String?
  /// The first 2 KiB of the answer, without secrets; bytes that are not UTF-8 are repaired.
  package var answer: String

  package init(
    number: Int, began: Date, duration: Duration, status: Int? = nil, error: String? = nil, answer: String = ""
  ) {
    self.number = number
    self.began = began
    self.duration = duration
    self.status = status
    self.error = error
    self.answer = answer
  }
}
