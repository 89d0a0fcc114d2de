internal import CCurl

/// The process-wide set-up of libcurl, done once.
enum CurlGlobal {
  /// Whether libcurl is ready; false where it could not start.
  static let isReady: Bool = {
    // OpenSSL's own clean-up at exit races Swift's and can free twice (swift-corelibs-foundation #5469).
    guard OPENSSL_init_crypto(UInt64(OPENSSL_INIT_NO_ATEXIT), nil) == 1 else { return false }
    return curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK
  }()
}
