internal import Content
internal import Delivery
internal import Scheduler
internal import Timeline

/// What `daybook.yaml` says.
struct Settings {
  var name = "Untitled"
  /// The publication's own page.
  var link: String?
  /// More links for the sign-off, in order.
  var links: [Link] = []
  var zone: Zone
  var language = "en"
  /// Handles by person, then by network.
  var people: [String: [String: String]] = [:]
  /// The channels that posts are made for, in the order of the file.
  var channels: [Channel] = []
  var newsletter = NewsletterSettings()
  var onThisDay = OnThisDayRules()
  var dateOrder: DateOrder?
  /// Severities by rule for `daybook check`; nil switches a rule off.
  var severities: [String: Finding.Severity?] = [:]
  var webhooks: [WebhookSettings] = []
  /// Where `webhooks:` stands, for messages.
  var webhooksPosition = SourcePosition(line: 1)
  var delivery = DeliverySettings()
  /// What is made when, in the order of the file.
  var schedules: [ScheduleSettings] = []

  /// One schedule, and where its time stands.
  struct ScheduleSettings {
    var schedule: Schedule
    var position: SourcePosition
  }

  /// One webhook; its secrets are named here and read when they are needed.
  struct WebhookSettings {
    var name: String
    var address: Address
    var format: String
    var secrets: [SecretSource]
    var network: NetworkScope
    var caFile: String?
    /// What the format's template asks for, as in listmonk's `lists`.
    var options: [String: String]
    /// Requests under way at once unless the settings say otherwise.
    static let usualInFlight = 64

    /// Requests under way at once; nil for the usual number.
    var inFlight: Int?
    /// Whether drafts that are sent together go as one message.
    var isDigest: Bool
    /// The webhook that is told of this one's troubles, where it is not the publication's.
    var notify: String?
    var mail: MailSettings?
    var position: SourcePosition
  }

  /// What a mail server needs beside its address.
  struct MailSettings {
    var from: MailAddress
    var to: [MailAddress]
    var user: String?
    var password: SecretSource?
  }

  /// What holds for all webhooks.
  struct DeliverySettings {
    /// How long what was delivered or cancelled is kept, in days.
    var keepDays = 90
    /// Whether space that becomes free goes back to the file system.
    var vacuum = true
    /// The webhook that is told of troubles.
    var notify: String?
    var proxy: ProxySettings?
    /// Deliveries under way at once, in all and to one host.
    var inFlight = 256
    var perHost = 64
  }

  /// The proxy for public webhooks; never one from the environment that is not named here.
  struct ProxySettings {
    var address: ProxyAddress
    var network: NetworkScope
    var position: SourcePosition

    enum ProxyAddress {
      case written(ProxyRoute)
      case secret(SecretSource)
    }
  }

  /// Where a webhook is: written here, or kept with the secrets, as the addresses of Slack and Discord have to be.
  enum Address {
    case written(WebhookURL)
    case secret(SecretSource)
  }

  /// Where a secret comes from; never the settings themselves.
  enum SecretSource {
    case environment(String, position: SourcePosition)
    case file(String, position: SourcePosition)
    /// The name of a credential that systemd hands to the service.
    case credential(String, position: SourcePosition)

    /// Where the settings name it.
    var position: SourcePosition {
      switch self {
      case .environment(_, let position), .file(_, let position), .credential(_, let position): position
      }
    }
  }
}
