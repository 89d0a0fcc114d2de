/// Which marks open and close a quotation in one text.
///
/// The same mark opens in one language and closes in another (`„…“` and `“…”`, `«…»` and `»…«`, `”…”`), and a text
/// whose quotations stand in single marks has apostrophes among them; so the whole text is looked at first.
struct QuoteConvention: Hashable, Sendable {
  /// What a mark does.
  enum Role: Hashable, Sendable {
    case opens, closes
    /// It does either; its neighbours decide.
    case either
  }

  private var hasLowMarks = false
  private var isCurlyEitherWay = false
  private var guillemets: Guillemets = .pointOutwards
  /// Single marks hold quotations: there is no double mark, or more sentences go on behind single marks than behind
  /// double ones, as in British papers.
  private(set) var usesSingleMarks = false

  private enum Guillemets { case pointOutwards, pointInwards, bothClosing }

  init(of texts: [String]) {
    let marks: Set<Unicode.Scalar> = ["“", "”", "„", "‟", "\"", "«", "»", "「", "『"]
    var seen: Set<Unicode.Scalar> = []
    var firstGuillemet: Unicode.Scalar?
    for text in texts {
      for scalar in text.unicodeScalars where !scalar.isASCII || scalar == "\"" {
        guard marks.contains(scalar) else { continue }
        seen.insert(scalar)
        if firstGuillemet == nil, scalar == "«" || scalar == "»" { firstGuillemet = scalar }
      }
    }
    hasLowMarks = seen.contains("„") || seen.contains("‟")
    isCurlyEitherWay = seen.contains("”") && !seen.contains("“") && !hasLowMarks && !seen.contains("\"")
    if firstGuillemet == "»" { guillemets = seen.contains("«") ? .pointInwards : .bothClosing }
    usesSingleMarks = seen.isEmpty || Self.attributed(["’", "'"], texts) > Self.attributed(["”", "\""], texts)
  }

  /// How often a comma and then one of `marks` stands before a space, as before an attribution.
  private static func attributed(_ marks: Set<Unicode.Scalar>, _ texts: [String]) -> Int {
    texts.reduce(into: 0) { count, text in
      var previous: (Unicode.Scalar, Unicode.Scalar) = (" ", " ")
      for scalar in text.unicodeScalars {
        if scalar == " ", previous.0 == ",", marks.contains(previous.1) { count += 1 }
        previous = (previous.1, scalar)
      }
    }
  }

  /// What `character` does where `innermost` is the mark that was opened last; nil when it is no mark of this text.
  func role(of character: Character, innermost: Character?) -> Role? {
    guard Self.isMark(character) else { return nil }
    if "‘’'".contains(character), let innermost, !"‘’'".contains(innermost) { return nil }
    switch character {
    case "\"": return .either
    case "„", "‟", "「", "『": return .opens
    case "」", "』": return .closes
    case "“": return innermost == "„" || innermost == "‟" ? .closes : .opens
    case "”": return isCurlyEitherWay ? .either : .closes
    case "«": return guillemets == .pointOutwards ? .opens : .closes
    case "»":
      switch guillemets {
      case .pointOutwards: return .closes
      case .pointInwards: return .opens
      case .bothClosing: return .either
      }
    case "‘": return usesSingleMarks ? .opens : nil
    case "’", "'": return usesSingleMarks ? .either : nil
    default: return nil
    }
  }

  /// Whether a character can be a mark at all: nearly none is, and to compare characters takes long.
  private static func isMark(_ character: Character) -> Bool {
    switch character.unicodeScalars.first.map(\.value) ?? 0 {
    case 0x22, 0x27, 0xAB, 0xBB, 0x2018, 0x2019, 0x201C...0x201F, 0x300C...0x300F: true
    default: false
    }
  }

  /// Whether two marks belong to one pair, as `“` and `”` do and `“` and `"` do not.
  static func match(_ opening: Character, _ closing: Character) -> Bool {
    let pairs: [Character: String] = [
      "\"": "\"", "“": "”", "„": "“”", "‟": "”", "”": "”", "«": "»", "»": "«»", "‘": "’", "'": "'", "’": "’",
      "「": "」", "『": "』",
    ]
    return pairs[opening]?.contains(closing) ?? false
  }
}
