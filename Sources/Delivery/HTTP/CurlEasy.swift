internal import CCurl

/// Owns an easy handle of libcurl, and sets it up for one transfer after another; lives on the loop's thread.
@safe final class CurlEasy {
  /// The handle, for the multi interface.
  let handle: UnsafeMutableRawPointer
  private var headers: UnsafeMutablePointer<curl_slist>?
  private var recipients: UnsafeMutablePointer<curl_slist>?
  private let message: UnsafeMutablePointer<CChar>
  /// Whether every option so far was taken.
  private var isSound = true

  init?() {
    guard let handle = unsafe curl_easy_init() else { return nil }
    unsafe self.handle = handle
    unsafe message = .allocate(capacity: Int(CURL_ERROR_SIZE))
    unsafe message.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
  }

  deinit {
    unsafe curl_easy_cleanup(handle)
    unsafe curl_slist_free_all(headers)
    unsafe curl_slist_free_all(recipients)
    unsafe message.deallocate()
  }

  /// Sets everything up for one POST or one message by mail; false where an option is refused, and then nothing may be sent.
  ///
  /// The transfer must outlive the time that the handle is in the multi interface.
  func prepare(_ transfer: CurlTransfer, remaining: Duration) -> Bool {
    unsafe curl_easy_reset(handle)
    unsafe message.pointee = 0
    isSound = unsafe daybook_easy_set_pointer(handle, CURLOPT_ERRORBUFFER, message) == CURLE_OK
    let request = transfer.request
    set(CURLOPT_URL, request.address)
    if let mail = request.mail {
      setMail(mail, transfer)
    } else {
      set(CURLOPT_USERAGENT, "Daybook")
      setHeaders(request.headers)
      setBody(transfer)
    }
    setSafety(request)
    setDeadlines(request.deadlines, remaining: remaining)
    setCallbacks(transfer)
    return isSound
  }

  private func setBody(_ transfer: CurlTransfer) {
    set(CURLOPT_POST, 1)
    isSound =
      unsafe isSound
      && daybook_easy_set_offset(handle, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(transfer.request.body.count))
        == CURLE_OK
      && daybook_easy_set_pointer(handle, CURLOPT_POSTFIELDS, transfer.body) == CURLE_OK
  }

  /// A message for a mail server; every one on a connection of its own, since a stale one could not start over.
  private func setMail(_ mail: MailRoute, _ transfer: CurlTransfer) {
    set(CURLOPT_MAIL_FROM, "<\(mail.from.address)>")
    unsafe curl_slist_free_all(recipients)
    unsafe recipients = nil
    for address in mail.to.map(\.address) {
      unsafe recipients = append("<\(address)>", to: recipients)
    }
    isSound = unsafe isSound && daybook_easy_set_recipients(handle, recipients) == CURLE_OK
    if let login = mail.login {
      set(CURLOPT_USERNAME, login.user)
      set(CURLOPT_PASSWORD, login.password.reveal())
    }
    // Without it the connection would go on in the clear when the server does not offer TLS.
    set(CURLOPT_USE_SSL, Int(mail.needsTLS ? CURLUSESSL_ALL.rawValue : CURLUSESSL_NONE.rawValue))
    set(CURLOPT_SERVER_RESPONSE_TIMEOUT, max(1, milliseconds(transfer.request.deadlines.firstByte) / 1_000))
    set(CURLOPT_FRESH_CONNECT, 1)
    set(CURLOPT_FORBID_REUSE, 1)
    set(CURLOPT_UPLOAD, 1)
    let context = unsafe Unmanaged.passUnretained(transfer).toOpaque()
    isSound =
      unsafe isSound
      && daybook_easy_set_offset(handle, CURLOPT_INFILESIZE_LARGE, curl_off_t(transfer.request.body.count)) == CURLE_OK
      && daybook_easy_set_pointer(handle, CURLOPT_READDATA, context) == CURLE_OK
      && daybook_easy_set_read(handle, CurlCallbacks.read) == CURLE_OK
  }

  /// What keeps a request where the settings sent it.
  private func setSafety(_ request: OutgoingRequest) {
    set(CURLOPT_PROTOCOLS_STR, request.mail == nil ? "http,https" : "smtp,smtps")
    set(CURLOPT_FOLLOWLOCATION, 0)
    // An empty name switches the environment's proxies off, and their exceptions.
    set(CURLOPT_PROXY, request.proxy?.address.reveal() ?? "")
    set(CURLOPT_NOPROXY, "")
    if request.proxy != nil {
      set(CURLOPT_HTTPPROXYTUNNEL, 1)
      set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
    }
    set(CURLOPT_NETRC, Int(CURL_NETRC_IGNORED.rawValue))
    set(CURLOPT_SSL_VERIFYPEER, 1)
    set(CURLOPT_SSL_VERIFYHOST, 2)
    set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
    if let file = request.caFile {
      set(CURLOPT_CAINFO, file)
      set(CURLOPT_CAPATH, nil)
    }
    set(CURLOPT_NOSIGNAL, 1)
    // Without it, dropping a transfer whose look-up hangs waits for the look-up (libcurl 7.88).
    set(CURLOPT_QUICK_EXIT, 1)
    set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2TLS))
    // A request that could share a connection waits for the first one to say whether it can.
    set(CURLOPT_PIPEWAIT, 1)
    set(CURLOPT_TCP_KEEPALIVE, 1)
  }

  private func setDeadlines(_ deadlines: Deadlines, remaining: Duration) {
    set(CURLOPT_CONNECTTIMEOUT_MS, max(1, milliseconds(min(deadlines.connect, remaining))))
    set(CURLOPT_TIMEOUT_MS, max(1, milliseconds(remaining)))
  }

  private func setCallbacks(_ transfer: CurlTransfer) {
    let context = unsafe Unmanaged.passUnretained(transfer).toOpaque()
    for option in [CURLOPT_WRITEDATA, CURLOPT_HEADERDATA, CURLOPT_OPENSOCKETDATA, CURLOPT_PREREQDATA, CURLOPT_PRIVATE] {
      isSound = unsafe isSound && daybook_easy_set_pointer(handle, option, context) == CURLE_OK
    }
    isSound =
      unsafe isSound && daybook_easy_set_write(handle, CurlCallbacks.body) == CURLE_OK
      && daybook_easy_set_header(handle, CurlCallbacks.header) == CURLE_OK
      && daybook_easy_set_open_socket(handle, CurlCallbacks.openSocket) == CURLE_OK
      && daybook_easy_set_prerequisite(handle, CurlCallbacks.prerequisite) == CURLE_OK
  }

  private func setHeaders(_ fields: [HTTPHeader]) {
    unsafe curl_slist_free_all(headers)
    unsafe headers = nil
    // `Expect: 100-continue` costs a second with servers that do not know it.
    for line in fields.map({ "\($0.name): \($0.value)" }) + ["Expect:"] {
      unsafe headers = append(line, to: headers)
    }
    isSound = unsafe isSound && daybook_easy_set_headers(handle, headers) == CURLE_OK
  }

  private func append(
    _ line: String, to list: UnsafeMutablePointer<curl_slist>?
  ) -> UnsafeMutablePointer<curl_slist>? {
    let longer = unsafe curl_slist_append(list, line)
    if unsafe longer == nil { isSound = false }
    return unsafe longer ?? list
  }

  private func set(_ option: CURLoption, _ value: Int) {
    isSound = unsafe isSound && daybook_easy_set_long(handle, option, value) == CURLE_OK
  }

  private func set(_ option: CURLoption, _ value: String?) {
    isSound = unsafe isSound && daybook_easy_set_string(handle, option, value) == CURLE_OK
  }

  private func milliseconds(_ duration: Duration) -> Int {
    Int(Double(seconds: duration) * 1_000)
  }

  /// The status of the answer; 0 where there was none.
  var status: Int { number(CURLINFO_RESPONSE_CODE) }
  /// The system's error of a failed connection; 0 where there was none.
  var systemError: Int32 { Int32(truncatingIfNeeded: number(CURLINFO_OS_ERRNO)) }
  /// Whether a connection, TLS included, has been made.
  var isConnected: Bool { time(CURLINFO_PRETRANSFER_TIME_T) > 0 }

  /// libcurl's own words on what went wrong; the general ones where it has none for the case.
  func explanation(of code: CURLcode) -> String {
    let special = unsafe String(cString: message)
    if !special.isEmpty { return special }
    return unsafe curl_easy_strerror(code).map { unsafe String(cString: $0) } ?? "libcurl error \(code.rawValue)"
  }

  private func number(_ info: CURLINFO) -> Int {
    var value = 0
    return unsafe daybook_easy_get_long(handle, info, &value) == CURLE_OK ? value : 0
  }

  private func time(_ info: CURLINFO) -> curl_off_t {
    var value: curl_off_t = 0
    return unsafe daybook_easy_get_offset(handle, info, &value) == CURLE_OK ? value : 0
  }
}
