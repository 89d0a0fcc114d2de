internal import CCurl

/// The functions that libcurl calls on the loop's thread; each hands over to its transfer.
enum CurlCallbacks {
  static let body: curl_write_callback = { bytes, size, count, context in
    guard let transfer = unsafe transfer(context), let bytes = unsafe bytes else { return 0 }
    let isWanted = unsafe withBytes(bytes, size * count) { unsafe transfer.takeBody($0) }
    return isWanted ? size * count : 0
  }

  static let header: curl_write_callback = { bytes, size, count, context in
    guard let transfer = unsafe transfer(context), let bytes = unsafe bytes else { return 0 }
    let isWanted = unsafe withBytes(bytes, size * count) { unsafe transfer.takeHeader($0) }
    return isWanted ? size * count : 0
  }

  static let read: curl_read_callback = { buffer, size, count, context in
    guard let transfer = unsafe transfer(context), let buffer = unsafe buffer else { return Int(CURL_READFUNC_ABORT) }
    return unsafe transfer.giveBody(to: buffer, atMost: size * count)
  }

  static let openSocket: curl_opensocket_callback = { context, _, address in
    guard let transfer = unsafe transfer(context), let address = unsafe address else {
      return curl_socket_t(CURL_SOCKET_BAD)
    }
    return unsafe transfer.openSocket(address)
  }

  static let prerequisite: curl_prereq_callback = { context, remote, _, _, _ in
    guard let transfer = unsafe transfer(context), let remote = unsafe remote,
      transfer.mayUse(connectionTo: unsafe String(cString: remote))
    else { return CURL_PREREQFUNC_ABORT }
    return CURL_PREREQFUNC_OK
  }

  /// The transfer behind a callback's context; ``CurlEngine`` keeps it alive while libcurl has the handle.
  static func transfer(_ context: UnsafeMutableRawPointer?) -> CurlTransfer? {
    unsafe context.map { unsafe Unmanaged<CurlTransfer>.fromOpaque($0).takeUnretainedValue() }
  }

  private static func withBytes<Result>(
    _ bytes: UnsafeMutablePointer<CChar>, _ count: Int, _ take: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    unsafe bytes.withMemoryRebound(to: UInt8.self, capacity: count) {
      unsafe take(UnsafeBufferPointer(start: $0, count: count))
    }
  }
}
