import Delivery
import DeliveryTestSupport
import Foundation
import Testing

@Suite struct WebhookURLTests {
  @Test func theTablesAreLongEnough() {
    #expect(HostileURLs.refused.count >= 200)
    #expect(HostileURLs.accepted.count >= 50)
  }

  @Test(arguments: HostileURLs.refused)
  func aHostileAddressIsRefused(_ text: String) {
    #expect(throws: WebhookURLError.self) { try WebhookURL(text, network: .public) }
  }

  @Test(arguments: HostileURLs.accepted)
  func anHonestAddressPasses(_ text: String) throws {
    let url = try WebhookURL(text, network: .public)
    #expect(url.scheme == "https")
    #expect(!url.host.isEmpty && url.port > 0)
  }

  @Test func theRefusalSaysWhatToDo() {
    let refusal = { (text: String, network: NetworkScope) -> String? in
      do throws(WebhookURLError) {
        _ = try WebhookURL(text, network: network)
        return nil
      } catch {
        return error.description
      }
    }
    #expect(
      refusal("http://example.org/", .public) == "http:// is for network: private and network: loopback; use https://")
    #expect(
      refusal("https://2130706433/", .public)
        == "127.0.0.1 is no public address; say network: loopback if it is meant")
    #expect(
      refusal("https://10.0.0.5/", .public) == "10.0.0.5 is no public address; say network: private if it is meant")
    #expect(refusal("https://0.0.0.0/", .public) == "0.0.0.0 is no public address")
    #expect(refusal("http://10.0.0.1/", .loopback) == "10.0.0.1 is not this machine, but network: loopback is set")
    #expect(refusal("http://127.0.0.1/", .private) == "127.0.0.1 is no private address, but network: private is set")
    #expect(refusal("ftp://example.org/", .public) == "ftp: is not a scheme for webhooks; use https://")
    #expect(
      refusal("https://a:b@example.org/", .public) == "user name and password do not belong in an address; use secret:")
    #expect(refusal("http://127.0.0.1/", .loopback) == nil)
    #expect(refusal("http://192.168.1.7/", .private) == nil)
  }

  /// Names that resolve without a network: what passed as a name is caught by the address that it leads to.
  @Test(arguments: ["https://localhost/", "https://LOCALHOST:9/", "https://localhost:1/"])
  func aNameIsCaughtWhenItIsConnectedTo(_ text: String) async throws {
    let loop = try CurlLoop()
    let request = OutgoingRequest(
      url: try WebhookURL(text, network: .public), network: .public, headers: [], body: [])
    #expect(await loop.outcome(of: request).failureKind == .forbiddenAddress)
    await loop.stop()
  }

  @Test func aProxyOfTheEnvironmentIsNotUsed() async throws {
    let proxy = try LoopbackServer { _ in .answer(200) }
    let target = try LoopbackServer { _ in .answer(204) }
    for name in ["http_proxy", "https_proxy", "HTTPS_PROXY", "ALL_PROXY", "all_proxy"] {
      setenv(name, "http://127.0.0.1:\(proxy.port)", 1)
    }
    let loop = try CurlLoop()
    #expect(try await loop.send(target.request()).status == 204)
    #expect(proxy.accepted == 0)
    for name in ["http_proxy", "https_proxy", "HTTPS_PROXY", "ALL_PROXY", "all_proxy"] { unsetenv(name) }
    await loop.stop()
    proxy.stop()
    target.stop()
  }
}
