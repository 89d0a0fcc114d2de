package import Delivery
package import Foundation

extension PayloadTemplate {
  /// The payload for a whole webhook.
  package func payload(
    for message: OutgoingMessage, to webhook: Webhook, at accepted: Date
  ) throws(PayloadError) -> Payload {
    try payload(for: message, to: webhook.target, at: accepted)
  }
}
