import Delivery
import Testing

@Suite struct AddressPolicyTests {
  @Test(arguments: [
    "1.1.1.1", "8.8.8.8", "93.184.216.34", "100.63.255.255", "100.128.0.0", "172.15.255.255", "172.32.0.0",
    "192.167.255.255", "192.169.0.0", "11.0.0.0", "9.255.255.255", "169.253.255.255", "169.255.0.0", "198.17.255.255",
    "198.20.0.0", "223.255.255.255", "126.255.255.255", "128.0.0.0", "192.0.1.0", "2606:4700:4700::1111",
    "2001:4860:4860::8888", "2a00:1450::1", "2001:200::1", "2003::1", "::ffff:1.1.1.1", "64:ff9b::1.1.1.1",
  ])
  func publicAddressesAreForPublicWebhooksAlone(_ text: String) throws {
    let address = try #require(IPAddress(text))
    #expect(NetworkScope.allCases.map { AddressPolicy($0).permits(address) } == [true, false, false])
  }

  @Test(arguments: [
    "10.0.0.0", "10.255.255.255", "172.16.0.0", "172.31.255.255", "192.168.0.0", "192.168.255.255", "100.64.0.0",
    "100.127.255.255", "fc00::1", "fdff::1", "::ffff:10.0.0.1", "::ffff:192.168.1.1",
  ])
  func privateAddressesAreForPrivateWebhooksAlone(_ text: String) throws {
    let address = try #require(IPAddress(text))
    #expect(NetworkScope.allCases.map { AddressPolicy($0).permits(address) } == [false, true, false])
  }

  @Test(arguments: ["127.0.0.1", "127.255.255.255", "::1", "::ffff:127.0.0.1"])
  func loopbackAddressesAreForLoopbackWebhooksAlone(_ text: String) throws {
    let address = try #require(IPAddress(text))
    #expect(NetworkScope.allCases.map { AddressPolicy($0).permits(address) } == [false, false, true])
  }

  @Test(arguments: [
    "0.0.0.0", "0.1.2.3", "169.254.169.254", "169.254.0.0", "192.0.0.1", "192.0.2.1", "192.88.99.1", "198.18.0.1",
    "198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255",
    "::", "::2", "::127.0.0.1", "::10.0.0.1", "::ffff:0.0.0.0", "::ffff:169.254.169.254", "::ffff:0:127.0.0.1",
    "64:ff9b::127.0.0.1", "64:ff9b::10.0.0.1", "64:ff9b::169.254.169.254", "64:ff9b:1::1", "100::1", "2001::1",
    "2001:0:4136:e378:8000:63bf:3fff:fdd2", "2001:10::1", "2001:20::1", "2001:db8::1", "2002:7f00:1::",
    "2002:a00:1::", "2002:101:101::", "3fff::1", "5f00::1", "fe80::1", "fe80::1%lo", "fec0::1", "ff02::1", "4000::1",
  ])
  func otherAddressesAreForNobody(_ text: String) throws {
    let address = try #require(IPAddress(text))
    #expect(NetworkScope.allCases.map { AddressPolicy($0).permits(address) } == [false, false, false])
  }

  @Test(arguments: ["", "example.org", "1.2.3", "1.2.3.4.5", "256.1.1.1", "1.2.3.4/8", ":::", "12345::", "[::1]"])
  func whatIsNoAddressIsNone(_ text: String) {
    #expect(IPAddress(text) == nil)
  }
}
