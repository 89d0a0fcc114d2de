internal import CCurl
internal import Glibc

extension CurlTransfer {
  /// What came of a finished transfer.
  ///
  /// Once the headers are complete the status is known and counts, even if the body was endless, too slow or cut off.
  func result(_ code: CURLcode, of easy: CurlEasy) -> Result<HTTPAnswer, TransferFailure> {
    if let forbidden {
      return .failure(
        TransferFailure(
          .forbiddenAddress,
          "\(forbidden) is outside network: \((request.proxy?.network ?? request.network).rawValue)"))
    }
    if request.mail != nil, let answer = mailAnswer(code, of: easy) { return .success(answer) }
    if code == CURLE_OK || hasHead { return .success(answer(status: easy.status)) }
    return .failure(failure(code, of: easy))
  }

  /// A mail server's last word, where it is one about this message: acceptance, or a refusal by 4xx or 5xx.
  private func mailAnswer(_ code: CURLcode, of easy: CurlEasy) -> HTTPAnswer? {
    switch code {
    case CURLE_OK: answer(status: easy.status)
    case CURLE_LOGIN_DENIED, CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_WEIRD_SERVER_REPLY, CURLE_REMOTE_ACCESS_DENIED:
      (400...599).contains(easy.status) ? answer(status: easy.status) : nil
    default: nil
    }
  }

  private func failure(_ code: CURLcode, of easy: CurlEasy) -> TransferFailure {
    switch code {
    case CURLE_COULDNT_RESOLVE_HOST: return TransferFailure(.lookup, "no address found for \(request.url.host)")
    case CURLE_COULDNT_RESOLVE_PROXY: return TransferFailure(.lookup, "no address found for the proxy")
    case CURLE_COULDNT_CONNECT:
      return TransferFailure(.connection, Self.systemMessage(easy.systemError) ?? easy.explanation(of: code))
    case CURLE_OPERATION_TIMEDOUT: return .late(request.deadlines, isConnected: easy.isConnected)
    case CURLE_WRITE_ERROR: return .endlessHeaders
    // libcurl's word for a single line of more than 100 KiB.
    case CURLE_OUT_OF_MEMORY where easy.isConnected: return .endlessHeaders
    case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CERTPROBLEM,
      CURLE_SSL_CIPHER, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS, CURLE_USE_SSL_FAILED:
      return TransferFailure(.tls, "TLS: \(easy.explanation(of: code))")
    case CURLE_URL_MALFORMAT, CURLE_BAD_FUNCTION_ARGUMENT, CURLE_OUT_OF_MEMORY:
      return TransferFailure(.unsendable, easy.explanation(of: code))
    default: return TransferFailure(.broken, Self.lowercasingFirst(easy.explanation(of: code)))
    }
  }

  private static func systemMessage(_ number: Int32) -> String? {
    guard number != 0, let text = unsafe strerror(number) else { return nil }
    return lowercasingFirst(unsafe String(cString: text))
  }

  private static func lowercasingFirst(_ text: String) -> String {
    text.prefix(1).lowercased() + text.dropFirst()
  }
}

extension TransferFailure {
  fileprivate static let endlessHeaders = TransferFailure(.tooLarge, "the answer's headers have no end")

  /// The whole of it took too long.
  static func late(_ deadlines: Deadlines, isConnected: Bool) -> TransferFailure {
    isConnected
      ? TransferFailure(.timeout, "no complete answer within \(deadlines.whole.inWords)")
      : TransferFailure(.timeout, "no connection within \(min(deadlines.connect, deadlines.whole).inWords)")
  }

  /// Nothing came within the time for the first byte.
  static func silent(_ deadlines: Deadlines, isConnected: Bool) -> TransferFailure {
    TransferFailure(
      .timeout,
      "no \(isConnected ? "answer" : "connection") within \(min(deadlines.firstByte, deadlines.whole).inWords)")
  }

  /// It waited for its turn until its time was over.
  static func queued(_ deadlines: Deadlines) -> TransferFailure {
    TransferFailure(.timeout, "no free connection within \(deadlines.whole.inWords)")
  }
}

extension Duration {
  /// `30 s`, or `1500 ms` where it is no whole number of seconds.
  fileprivate var inWords: String {
    let milliseconds = Int((Double(seconds: self) * 1_000).rounded())
    return milliseconds.isMultiple(of: 1_000) ? "\(milliseconds / 1_000) s" : "\(milliseconds) ms"
  }
}
