import Delivery

/// Addresses that a webhook must not lead to, and the spellings under which they come; and others that must pass.
enum HostileURLs {
  /// Hosts that are not public, in spellings that parsers and resolvers read differently.
  private static let hosts = [
    "127.0.0.1", "127.1", "127.0.1", "127.127.127.127", "0x7f.0.0.1", "0x7f000001", "0x7F.1", "2130706433",
    "017700000001",
    "0177.0.0.1", "0177.0.0.01", "127.0.0.1.", "0", "0.0.0.0", "0x0", "00", "10.0.0.1", "10.1", "0xa.0.0.1",
    "0xa000001",
    "167772161", "012.0.0.1", "172.16.0.1", "172.31.255.255", "0xac100001", "192.168.0.1", "192.168.1", "0xc0a80001",
    "3232235521", "0300.0250.0.1", "169.254.169.254", "0xa9fea9fe", "2852039166", "0251.0376.0251.0376",
    "169.254.43518",
    "100.64.0.1", "100.127.255.255", "198.18.0.1", "192.0.2.1", "198.51.100.7", "203.0.113.9", "224.0.0.1",
    "239.255.255.250", "240.0.0.1", "255.255.255.255", "0xffffffff", "4294967295", "192.0.0.170", "192.88.99.1",
    "[::1]", "[0:0:0:0:0:0:0:1]", "[0000:0000:0000:0000:0000:0000:0000:0001]", "[::]", "[::127.0.0.1]",
    "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[0:0:0:0:0:ffff:127.0.0.1]", "[::ffff:10.0.0.1]", "[::ffff:a00:1]",
    "[::ffff:192.168.0.1]", "[::ffff:169.254.169.254]", "[::ffff:a9fe:a9fe]", "[64:ff9b::127.0.0.1]",
    "[64:ff9b::7f00:1]", "[64:ff9b::10.0.0.1]", "[64:ff9b::169.254.169.254]", "[64:ff9b:1::1]", "[2002:7f00:1::]",
    "[2002:a00:1::1]", "[2002:c0a8:1::1]", "[2002:a9fe:a9fe::]", "[2001:0:7f00:1::]", "[2001:db8::1]", "[fe80::1]",
    "[fe80::1%25lo]", "[fe80::1%25eth0]", "[fec0::1]", "[fc00::1]", "[fd00:ec2::254]", "[ff02::1]", "[100::1]",
    "[3fff::1]", "[5f00::1]", "[::2]", "[4000::1]",
  ]

  /// Those hosts by https and with a port, and by plain http as well.
  private static let toHosts = hosts.flatMap { ["https://\($0)/hook", "https://\($0):8443/", "http://\($0)/"] }

  private static let otherSchemes = [
    "file:///etc/passwd", "file://localhost/etc/passwd", "ftp://example.org/", "ftps://example.org/",
    "gopher://example.org/_x",
    "dict://example.org:11211/stat", "ldap://example.org/", "ldaps://example.org/", "telnet://example.org/",
    "tftp://example.org/x", "smb://example.org/share", "smtp://example.org/", "imap://example.org/",
    "pop3://example.org/",
    "rtsp://example.org/", "scp://example.org/x", "sftp://example.org/x", "mqtt://example.org/x", "ws://example.org/",
    "wss://example.org/", "javascript:alert(1)", "data:text/plain,x", "mailto:a@example.org", "httpss://example.org/",
    "https1://example.org/", "jar:https://example.org!/", "netdoc:///etc/passwd", "unix:///run/x.sock",
    "http+unix://%2Frun%2Fx/", "about:blank",
  ]

  private static let malformed = [
    "", " ", "https://", "https:///hook", "https:", "//example.org/", "/hook", "hook", "https://user@example.org/",
    "https://user:password@example.org/", "https://:password@example.org/", "https://127.0.0.1@example.org/",
    "https://example.org@127.0.0.1/", "https://example.org:80@127.0.0.1/", "https://a:b@c:d@example.org/",
    "https://example.org:99999/", "https://example.org:-1/", "https://example.org:port/", "https://[::1/",
    "https://::1/", "https://[example.org]/", "https://[::g]/", "https://exam ple.org/", "https://example.org /",
    "https://example.org/a b", "https://example.org/\r\nHost: other", "https://example.org/\u{0}",
    "https://example.org\u{7F}/",
    "\thttps://example.org/", "https://example.org/\n", " https://example.org/", "https://[127.0.0.1]/", "https://[]/",
    "https://%31%32%37.0.0.1/", "https://example.org\\@127.0.0.1/",
  ]

  static let refused = toHosts + otherSchemes + malformed

  static let accepted = [
    "https://example.org/", "https://example.org", "https://example.org/hook", "https://example.org:8443/hook",
    "https://example.org:443/", "https://EXAMPLE.org/Hook", "HTTPS://example.org/", "https://example.org/?a=b&c=d",
    "https://example.org/a?b=c#d", "https://example.org/%20", "https://example.org/a%2Fb", "https://example.org//a//b",
    "https://example.org/~user/", "https://example.org/a;b=c", "https://example.org/a:b@c",
    "https://example.org/?u=a@b",
    "https://example.org/?url=http://127.0.0.1/", "https://example.org/?f=file:///etc/passwd",
    "https://sub.example.org/", "https://a.b.c.d.example.org/",
    "https://xn--bcher-kva.example/", "https://example.org./", "https://1.1.1.1/", "https://8.8.8.8:8443/",
    "https://9.255.255.255/", "https://11.0.0.1/", "https://100.63.255.255/", "https://100.128.0.1/",
    "https://126.255.255.255/", "https://128.0.0.1/", "https://169.253.0.1/", "https://169.255.0.1/",
    "https://172.15.0.1/",
    "https://172.32.0.1/", "https://192.167.0.1/", "https://192.169.0.1/", "https://198.17.0.1/", "https://198.20.0.1/",
    "https://223.255.255.254/", "https://[2606:4700:4700::1111]/", "https://[2001:4860:4860::8888]:8443/x",
    "https://[2a00:1450:4001:81c::200e]/", "https://[2003::1]/", "https://[::ffff:8.8.8.8]/",
    "https://[64:ff9b::808:808]/",
    "https://10.example.org/", "https://127.0.0.1.example.org/", "https://localhost.example.org/",
    "https://0x7f.example.org/", "https://hooks.slack.example/services/T0/B0/x", "https://example.museum/hooks/1",
    "https://example.org/hook?token=a%26b", "https://example.org/\u{E9}",
  ]
}
