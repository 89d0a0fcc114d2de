import Delivery
import DeliveryTestSupport
import Foundation
import Testing

@Suite(.timeLimit(.minutes(10))) struct CurlLoopTests {
  /// Sends one request to a server that replies like this, and stops both afterwards.
  private func send(
    _ reply: LoopbackServer.Reply, headers: [HTTPHeader] = [], body: String = "{}",
    deadlines: Deadlines = LoopbackServer.patience
  ) async throws -> (result: Result<HTTPAnswer, TransferFailure>, requests: [LoopbackServer.Request]) {
    let server = try LoopbackServer { _ in reply }
    let loop = try CurlLoop()
    let request = try server.request(headers: headers, body: body, deadlines: deadlines)
    let result = await loop.outcome(of: request)
    await loop.stop()
    server.stop()
    return (result, server.requests)
  }

  @Test func sendsHeadersAndBodyAndBringsTheAnswer() async throws {
    let reply = LoopbackServer.Reply.answer(202, headers: [HTTPHeader(name: "X-One", value: " two ")], body: "ok")
    let body = String(repeating: "ä", count: 50_000)
    let (result, requests) = try await send(
      reply, headers: [HTTPHeader(name: "webhook-id", value: "msg_1")], body: body)
    let answer = try result.get()
    #expect(answer.status == 202)
    #expect(answer.header("x-one") == "two")
    #expect(answer.body == Array("ok".utf8))
    #expect(requests.map(\.body) == [Array(body.utf8)])
    #expect(requests.first?.header("webhook-id") == "msg_1")
    #expect(requests.first?.header("expect") == nil)
  }

  @Test func anEmptyBodyIsSentAsOne() async throws {
    let (result, requests) = try await send(.answer(200), body: "")
    #expect(try result.get().status == 200)
    #expect(requests.first?.header("content-length") == "0")
  }

  @Test(arguments: 300...308)
  func aRedirectIsAnAnswerAndNotFollowed(_ status: Int) async throws {
    let target = try LoopbackServer { _ in .answer(200) }
    let location = HTTPHeader(name: "Location", value: "http://127.0.0.1:\(target.port)/")
    let (result, _) = try await send(.answer(status, headers: [location]))
    #expect(try result.get().status == status)
    #expect(target.accepted == 0)
    target.stop()
  }

  @Test func anInterimAnswerIsNotTheAnswer() async throws {
    let early = "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"
    let (result, _) = try await send(.raw(early + "HTTP/1.1 204 No Content\r\nX-Real: 1\r\n\r\n"))
    let answer = try result.get()
    #expect(answer.status == 204)
    #expect(answer.headers.map(\.name) == ["x-real"])
  }

  @Test func aRefusedConnectionSaysSo() async throws {
    let server = try LoopbackServer { _ in .hangUp }
    let request = try server.request()
    server.stop()
    let loop = try CurlLoop()
    await #expect(throws: TransferFailure(.connection, "connection refused")) { try await loop.send(request) }
    await loop.stop()
  }

  @Test func silenceEndsAtTheDeadlineForTheFirstByte() async throws {
    let deadlines = Deadlines(firstByte: .milliseconds(1_500), whole: .seconds(50))
    let (result, _) = try await send(.silence, deadlines: deadlines)
    #expect(result == .failure(TransferFailure(.timeout, "no answer within 1500 ms")))
  }

  @Test func headersThatDribbleEndAtTheDeadlineForTheWhole() async throws {
    let (result, _) = try await send(
      .dribble("HTTP/1.1 200 OK\r\nX-Long: " + String(repeating: "a", count: 9_999), milliseconds: 15),
      deadlines: Deadlines(firstByte: .seconds(50), whole: .milliseconds(1_500)))
    #expect(result == .failure(TransferFailure(.timeout, "no complete answer within 1500 ms")))
  }

  @Test func aBodyThatDribblesDoesNotChangeTheStatus() async throws {
    let text = "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"
    let (result, _) = try await send(.endless(head: text, piece: "a"))
    #expect(try result.get().status == 200)
  }

  @Test func anEndlessBodyIsReadNoFurtherThanItsBound() async throws {
    let (result, _) = try await send(.endless(head: "HTTP/1.1 500 Oh\r\n\r\n", piece: "no end "))
    let answer = try result.get()
    #expect(answer.status == 500)
    #expect(answer.body.count == 16_384)
  }

  @Test func endlessHeadersAreAFailure() async throws {
    let (result, _) = try await send(.endless(head: "HTTP/1.1 200 OK\r\n", piece: "X-More: and more\r\n"))
    #expect(result == .failure(TransferFailure(.tooLarge, "the answer's headers have no end")))
  }

  @Test(arguments: [LoopbackServer.Reply.hangUp, .raw("SSH-2.0-OpenSSH\r\n"), .raw("HTTP/1.1 200")])
  func whatIsNoAnswerIsAFailure(_ reply: LoopbackServer.Reply) async throws {
    let (result, _) = try await send(reply)
    #expect(result.failureKind == .broken)
  }

  @Test(arguments: ["a\r\nb: c", "a\nb", "a\0b", "a\u{7F}"])
  func aHeaderThatWouldAddHeadersIsRefused(_ value: String) async throws {
    let (result, requests) = try await send(.answer(200), headers: [HTTPHeader(name: "x-title", value: value)])
    #expect(result.failureKind == .unsendable)
    #expect(requests.isEmpty)
  }

  @Test func aCancelledTaskEndsItsRequest() async throws {
    let server = try LoopbackServer { _ in .silence }
    let loop = try CurlLoop()
    let request = try server.request(deadlines: Deadlines(firstByte: .seconds(30), whole: .seconds(30)))
    let task = Task { try await loop.send(request) }
    while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
    task.cancel()
    await #expect(throws: TransferFailure(.stopped, "stopped before an answer came")) { try await task.value }
    await loop.stop()
    await #expect(throws: TransferFailure(.stopped, "stopped before an answer came")) { try await loop.send(request) }
    server.stop()
  }

  @Test func whatWasCutOffHoldsUpNothingThatFollows() async throws {
    let silent = try LoopbackServer { _ in .silence }
    let hole = try BlackHole()
    let well = try LoopbackServer { _ in .answer(200) }
    let loop = try CurlLoop()
    let deadlines = Deadlines(connect: .seconds(5), firstByte: .milliseconds(300), whole: .seconds(6))
    for _ in 0..<3 {
      let kinds = await withTaskGroup(of: TransferFailure.Kind?.self) { group in
        for port in [silent.port, hole.port, silent.port, hole.port] {
          guard let url = try? WebhookURL("http://127.0.0.1:\(port)/", network: .loopback) else { continue }
          let request = OutgoingRequest(
            url: url, network: .loopback, headers: [], body: Array(repeating: 0x20, count: 2_000), deadlines: deadlines)
          group.addTask { await loop.outcome(of: request).failureKind }
        }
        return await group.reduce(into: []) { $0.append($1) }
      }
      #expect(kinds == Array(repeating: .timeout, count: 4))
      for _ in 0..<8 { #expect(try await loop.send(well.request()).status == 200) }
    }
    await loop.stop()
    silent.stop()
    well.stop()
  }

  @Test func manyRequestsShareAFewConnections() async throws {
    let server = try LoopbackServer { request in .answer(200, body: String(decoding: request.body, as: UTF8.self)) }
    let loop = try CurlLoop(limits: CurlLoop.Limits(inFlight: 8, perHost: 4))
    let echoes = try await withThrowingTaskGroup(of: Bool.self) { group in
      for number in 0..<400 {
        let request = try server.request(body: "\(number)", deadlines: Deadlines())
        group.addTask { try await loop.send(request).body == Array("\(number)".utf8) }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(echoes == Array(repeating: true, count: 400))
    #expect(server.accepted <= 8)
    await loop.stop()
    server.stop()
  }

  @Test func aNameThatLeadsToAForbiddenAddressIsNotConnectedTo() async throws {
    let server = try LoopbackServer { _ in .answer(200) }
    let loop = try CurlLoop()
    // `localhost` is a name: only its look-up shows where it leads.
    let url = try WebhookURL("https://localhost:\(server.port)/", network: .public)
    let request = OutgoingRequest(url: url, network: .public, headers: [], body: [])
    #expect(await loop.outcome(of: request).failureKind == .forbiddenAddress)
    let mixed = OutgoingRequest(
      url: try WebhookURL("http://localhost:\(server.port)/", network: .private), network: .private, headers: [],
      body: [])
    #expect(await loop.outcome(of: mixed).failureKind == .forbiddenAddress)
    #expect(server.accepted == 0)
    await loop.stop()
    server.stop()
  }

  @Test func aConnectionMadeForOneNetworkIsNotUsedForAnother() async throws {
    let server = try LoopbackServer { _ in .answer(200) }
    let loop = try CurlLoop()
    let near = OutgoingRequest(
      url: try WebhookURL("http://localhost:\(server.port)/", network: .loopback), network: .loopback, headers: [],
      body: [])
    #expect(try await loop.send(near).status == 200)
    var far = near
    far.network = .private
    #expect(await loop.outcome(of: far).failureKind == .forbiddenAddress)
    #expect(server.requests.count == 1)
    await loop.stop()
    server.stop()
  }
}
