internal import CCurl

/// An address taken apart by libcurl's own parser (libcurl-url(3)); owns the C handle.
@safe struct CurlURL: ~Copyable {
  private let handle: OpaquePointer?

  /// Reads an absolute address; nil where libcurl would not send to it.
  init?(_ text: String) {
    unsafe handle = curl_url()
    // The parser repairs spaces in some places, and C stops at a NUL: neither belongs in an address.
    guard text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }),
      unsafe curl_url_set(handle, CURLUPART_URL, text, UInt32(CURLU_NON_SUPPORT_SCHEME)) == CURLUE_OK,
      // A fragment is never sent, and would be in the way of a longer query.
      unsafe curl_url_set(handle, CURLUPART_FRAGMENT, nil, 0) == CURLUE_OK
    else { return nil }
  }

  deinit {
    unsafe curl_url_cleanup(handle)
  }

  var scheme: String? { part(CURLUPART_SCHEME) }
  var whole: String? { part(CURLUPART_URL) }
  var port: Int? { part(CURLUPART_PORT, flags: UInt32(CURLU_DEFAULT_PORT)).flatMap { Int($0) } }
  var hasCredentials: Bool { part(CURLUPART_USER) != nil || part(CURLUPART_PASSWORD) != nil }

  var host: String? {
    guard let host = part(CURLUPART_HOST) else { return nil }
    return (host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host).lowercased()
  }

  var pathAndQuery: String {
    (part(CURLUPART_PATH) ?? "/") + (part(CURLUPART_QUERY).map { "?" + $0 } ?? "")
  }

  private func part(_ part: CURLUPart, flags: UInt32 = 0) -> String? {
    var value: UnsafeMutablePointer<CChar>?
    guard unsafe curl_url_get(handle, part, &value, flags) == CURLUE_OK, let found = unsafe value else { return nil }
    defer { unsafe curl_free(found) }
    return unsafe String(cString: found)
  }
}
