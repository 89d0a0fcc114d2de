/// Says which requests may start: bounds what is under way in all, to each origin, and in look-ups, each of which
/// takes a thread of libcurl's.
struct CurlAdmission {
  /// Names that were never connected to, at once.
  private static let strangersAtOnce = 48
  /// How many of them may be names whose last look-up never ended, so that others find room.
  private static let suspectsAtOnce = 32
  /// So long the thread of a look-up that was given up may go on: three name servers, twice 5 s each, and search
  /// domains (resolv.conf(5)).
  private static let longestLookup: Duration = .seconds(60)

  /// A request's place; it is given back at the end.
  struct Ticket {
    fileprivate let origin: String
    /// Whether its host is a name that has to be looked up.
    fileprivate let isName: Bool
    fileprivate let isStranger: Bool
    fileprivate let isSuspect: Bool
  }

  /// What became of a request, as far as its connection goes.
  enum Ending {
    case neverBegan
    case connected
    /// The look-up has ended; no connection was made.
    case unconnected
    /// Given up while the look-up went on.
    case lookupGoesOn
  }

  private let limits: CurlLoop.Limits
  private var count = 0
  private var countsByOrigin: [String: Int] = [:]
  private var strangers = 0
  private var suspectsUnderWay = 0
  /// Look-ups that were given up and may still have their threads, by when these are gone, the first one first.
  private var abandoned: [(end: ContinuousClock.Instant, isSuspect: Bool)] = []
  /// Origins whose last look-up never ended.
  private var suspects: Set<String> = []
  /// Origins with a name that a connection has been made to.
  private var known: Set<String> = []

  init(limits: CurlLoop.Limits) {
    self.limits = limits
  }

  /// A place for a request to this address; nil while there is none.
  mutating func ticket(for url: WebhookURL) -> Ticket? {
    let isStranger = !url.isLiteral && !known.contains(url.origin)
    let ticket = Ticket(
      origin: url.origin, isName: !url.isLiteral, isStranger: isStranger,
      isSuspect: isStranger && suspects.contains(url.origin))
    guard count < limits.inFlight, countsByOrigin[url.origin, default: 0] < limits.perHost,
      !isStranger || strangers < Self.strangersAtOnce,
      !ticket.isSuspect || suspectsUnderWay < Self.suspectsAtOnce
    else { return nil }
    count += 1
    countsByOrigin[url.origin, default: 0] += 1
    if isStranger { strangers += 1 }
    if ticket.isSuspect { suspectsUnderWay += 1 }
    return ticket
  }

  /// Gives a place back; that of a look-up which goes on comes free when its thread must have ended.
  mutating func giveBack(_ ticket: Ticket, _ ending: Ending, now: ContinuousClock.Instant) {
    count -= 1
    countsByOrigin[ticket.origin, default: 1] -= 1
    if countsByOrigin[ticket.origin] == 0 { countsByOrigin[ticket.origin] = nil }
    guard ticket.isName else { return }
    switch ending {
    case .neverBegan: break
    case .connected: known.insert(ticket.origin)
    case .unconnected, .lookupGoesOn: known.remove(ticket.origin)
    }
    guard ticket.isStranger else { return }
    switch ending {
    case .neverBegan: leave(isSuspect: ticket.isSuspect)
    case .connected, .unconnected:
      suspects.remove(ticket.origin)
      leave(isSuspect: ticket.isSuspect)
    case .lookupGoesOn:
      suspects.insert(ticket.origin)
      abandoned.append((now + Self.longestLookup, ticket.isSuspect))
    }
  }

  /// Forgets the look-ups whose threads must have ended; true where that made room.
  mutating func forgetAbandoned(now: ContinuousClock.Instant) -> Bool {
    let over = abandoned.prefix { $0.end <= now }
    for lookup in over { leave(isSuspect: lookup.isSuspect) }
    abandoned.removeFirst(over.count)
    return !over.isEmpty
  }

  private mutating func leave(isSuspect: Bool) {
    strangers -= 1
    if isSuspect { suspectsUnderWay -= 1 }
  }
}
