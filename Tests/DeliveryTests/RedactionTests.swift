import Delivery
import Testing

@Suite struct RedactionTests {
  private let secret = Secret("whsec_c2VjcmV0L2tleQ==")

  @Test func aSecretNeverPrintsItself() {
    let webhook = try? Webhook(
      name: "desk", url: WebhookURL("https://example.org/T0/B0/xyzzy", network: .public, isSecret: true),
      secrets: [secret])
    var dumped = ""
    dump(webhook, to: &dumped)
    for text in ["\(secret)", String(reflecting: secret), "\([secret])", String(describing: webhook?.secrets)] {
      #expect(!text.contains("c2Vj"))
    }
    #expect(!dumped.contains("c2Vj"))
    #expect(webhook?.url.description == "https://example.org:443/[redacted]")
  }

  @Test(arguments: [
    ("key whsec_c2VjcmV0L2tleQ== is wrong", "key [redacted] is wrong"),
    ("key c2VjcmV0L2tleQ== is wrong", "key [redacted] is wrong"),
    ("?key=whsec_c2VjcmV0L2tleQ%3D%3D&a", "?key=[redacted]&a"),
    ("cut off: whsec_c2Vjcm", "cut off: [redacted]"), ("nothing here", "nothing here"), ("", ""),
  ])
  func takesSecretsOutOfTexts(_ text: String, _ clean: String) {
    #expect(Redactor([secret]).redact(text) == clean)
  }

  @Test func aSecretAddressIsTakenOutToo() throws {
    let url = try WebhookURL("https://hooks.example.org/services/T0/B0?k=1", network: .public, isSecret: true)
    let webhook = Webhook(name: "team", url: url)
    #expect(webhook.redactor.redact("no /services/T0/B0?k=1 here") == "no [redacted] here")
    let open = Webhook(name: "team", url: try WebhookURL("https://example.org/hooks/desk", network: .public))
    #expect(open.redactor.redact("no /hooks/desk here") == "no /hooks/desk here")
  }
}
