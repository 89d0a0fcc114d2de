internal import CCurl
internal import Glibc

/// One request under way, as libcurl's callbacks see it; lives on the loop's thread.
@safe final class CurlTransfer {
  /// How much of a body is kept, and of body and headers is read; a buffer more may have arrived by then.
  static let keptBytes = 16_384
  static let readableBytes = 131_072
  /// What a piece of a body is counted for beside its bytes: a body in tiny chunks is mostly their frames.
  static let frameBytes = 16

  let request: OutgoingRequest
  /// A copy of the body that stays in its place for as long as libcurl may read it.
  let body: UnsafeMutablePointer<UInt8>
  let firstByteLimit: ContinuousClock.Instant
  private(set) var hasFirstByte = false
  /// Whether the headers of the real answer are complete: from then on its status is what counts.
  private(set) var hasHead = false
  /// Whether the look-up of the name has brought an address.
  private(set) var hasAddress = false
  private(set) var forbidden: String?
  private var headers: [HTTPHeader] = []
  private var kept: [UInt8] = []
  private var readCount = 0
  private var isInterim = false
  private var givenCount = 0
  /// Whether the next line of a mail server begins another reply.
  private var isReplyComplete = true

  init(_ request: OutgoingRequest) {
    self.request = request
    firstByteLimit = .now + request.deadlines.firstByte
    unsafe body = .allocate(capacity: max(1, request.body.count))
    unsafe request.body.withUnsafeBufferPointer { bytes in
      if let start = bytes.baseAddress { unsafe body.initialize(from: start, count: bytes.count) }
    }
  }

  deinit {
    unsafe body.deallocate()
  }

  // MARK: What the callbacks bring

  /// Takes a header line; a new status line starts over, since interim answers (1xx) come before the real one.
  func takeHeader(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    hasFirstByte = true
    guard count(line.count) else { return false }
    guard request.mail == nil else {
      unsafe takeReply(line)
      return true
    }
    let text = unsafe String(decoding: line, as: UTF8.self)
    if text.hasPrefix("HTTP/") {
      headers = []
      isInterim = text.split(separator: " ").dropFirst().first?.first == "1"
    } else if text == "\r\n" || text == "\n" {
      hasHead = !isInterim
    } else if let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) {
      let value = text[colon...].dropFirst().trimmingWhitespace()
      headers.append(HTTPHeader(name: text[..<colon].lowercased(), value: value))
    }
    return true
  }

  /// Takes a line of a mail server; only its last reply is kept, and none to QUIT (221).
  private func takeReply(_ line: UnsafeBufferPointer<UInt8>) {
    if unsafe line.starts(with: "221".utf8) { return }
    if isReplyComplete { kept = [] }
    unsafe kept.append(contentsOf: line.prefix(Self.keptBytes - kept.count))
    // `250-` goes on, `250 ` is the last line (RFC 5321, 4.2.1).
    isReplyComplete = unsafe line.count < 4 || line[3] != UInt8(ascii: "-")
  }

  /// Hands the next piece of a message to libcurl, and gives its size; 0 at the end.
  func giveBody(to buffer: UnsafeMutablePointer<CChar>, atMost most: Int) -> Int {
    let count = min(most, request.body.count - givenCount)
    unsafe UnsafeMutableRawPointer(buffer).copyMemory(from: body + givenCount, byteCount: count)
    givenCount += count
    return count
  }

  /// Takes a piece of the body; false stops the transfer, for what is kept suffices.
  func takeBody(_ piece: UnsafeBufferPointer<UInt8>) -> Bool {
    hasFirstByte = true
    unsafe kept.append(contentsOf: piece.prefix(Self.keptBytes - kept.count))
    return count(piece.count + Self.frameBytes)
  }

  private func count(_ bytes: Int) -> Bool {
    readCount += bytes
    return readCount <= Self.readableBytes
  }

  /// The one function that opens sockets: none to an address outside the webhook's network.
  func openSocket(_ address: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
    hasAddress = true
    let target = unsafe withUnsafePointer(to: &address.pointee.addr) { unsafe IPAddress($0) }
    guard let target, permits(target) else {
      forbidden = forbidden ?? target.map { "\($0)" } ?? "an address of an unknown kind"
      return curl_socket_t(CURL_SOCKET_BAD)
    }
    return unsafe socket(
      address.pointee.family, address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue), address.pointee.protocol)
  }

  /// Asked before each request with the address of the connection, which may have been made for another webhook.
  func mayUse(connectionTo text: String) -> Bool {
    if let target = IPAddress(text), permits(target) { return true }
    forbidden = text
    return false
  }

  private func permits(_ address: IPAddress) -> Bool {
    AddressPolicy(request.proxy?.network ?? request.network).permits(address)
  }

  /// The answer, as far as it came.
  func answer(status: Int) -> HTTPAnswer {
    HTTPAnswer(status: status, headers: headers, body: kept)
  }
}

extension Substring {
  fileprivate func trimmingWhitespace() -> String {
    let isSpace = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
    let bytes = utf8.drop(while: isSpace)
    let end = bytes.lastIndex { !isSpace($0) }.map { bytes.index(after: $0) } ?? bytes.startIndex
    return String(Substring(bytes[..<end]))
  }
}
