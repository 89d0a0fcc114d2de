extension EntryFields {
  /// The channels that a `post.` field can name; a channel's rules stand elsewhere.
  package static let channels = [
    "newsletter", "x", "bluesky", "mastodon", "threads", "linkedin", "instagram", "youtube", "facebook",
  ]

  /// The keys that make a list the fields of its entry.
  package static let keys = ["tags", "people", "weight", "observed", "post"] + channels.map { "post.\($0)" }

  package var isEmpty: Bool { self == EntryFields() }

  /// One `key: value` of a list, before it is known to be a field.
  struct Item {
    var key: String
    var value: String
    var position: SourcePosition
  }

  /// What came of a list at the end of an entry.
  enum Reading {
    case fields(EntryFields)
    /// A list of the body, with those of its items that look like fields and are none.
    case body(strays: [Item])
  }

  /// Reads the items of a list: all are fields, or the list is body text.
  static func read(_ items: [Item]?) -> Reading {
    guard let items, !items.isEmpty else { return .body(strays: []) }
    var fields = EntryFields()
    let strays = items.filter { !fields.add($0) }
    if strays.isEmpty { return .fields(fields) }
    return .body(strays: strays.count < items.count ? strays : strays.filter(isMeant))
  }

  /// Whether an item of a list without any field was probably meant as one: `weigth: 2` and not `host: Ann Marsh`.
  private static func isMeant(_ item: Item) -> Bool {
    if keys.contains(item.key) || item.key.hasPrefix("post.") { return true }
    guard let near = NearestWord.find(item.key, among: keys) else { return false }
    // Words as short as `tags` and `post` are one letter away from many others: theirs must all be there.
    if near.count > 4 { return true }
    return item.key.count == near.count
      ? item.key.sorted() == near.sorted() : NearestWord.distance(item.key, near, limit: 1) == 1
  }

  private mutating func add(_ item: Item) -> Bool {
    let value = MarkdownNotes.removed(from: item.value)
    guard !value.isEmpty else { return false }
    switch item.key {
    case "tags":
      let words = EscapedList.split(value)
      tags += words
      return !words.isEmpty
    case "people":
      let names = EscapedList.split(value)
      people += names
      return !names.isEmpty
    case "weight":
      guard weight == nil, let number = Int(value) else { return false }
      weight = number
    case "observed":
      guard observed == nil, let day = NthWeekday(value), day.month != nil else { return false }
      observed = day
    case "post": posts.append(value)
    default:
      guard item.key.hasPrefix("post."), Self.keys.contains(item.key) else { return false }
      channelPosts[String(item.key.dropFirst(5)), default: []].append(value)
    }
    return true
  }
}

/// Words with commas between them; a comma of a word has a backslash.
enum EscapedList {
  static func split(_ text: String, most: Int = .max) -> [String] {
    guard text.utf8.contains(UInt8(ascii: "\\")) else {
      return text.utf8.split(separator: UInt8(ascii: ","), maxSplits: most == .max ? .max : most - 1).compactMap {
        part in
        let word = Substring(part).trimmingSpaces()
        return word.isEmpty ? nil : String(word)
      }
    }
    var words: [String] = []
    var word: [UInt8] = []
    var isEscaped = false
    func flush() {
      let text = String(decoding: word, as: UTF8.self).trimmingSpaces()
      if !text.isEmpty { words.append(String(text)) }
      word.removeAll(keepingCapacity: true)
    }
    for byte in text.utf8 {
      if isEscaped {
        if byte != UInt8(ascii: ",") { word.append(UInt8(ascii: "\\")) }
        word.append(byte)
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: ","), words.count + 1 < most {
        flush()
      } else {
        word.append(byte)
      }
    }
    if isEscaped { word.append(UInt8(ascii: "\\")) }
    flush()
    return words
  }

  static func escaped(_ word: String) -> String {
    guard word.utf8.contains(UInt8(ascii: ",")) else { return word }
    // By bytes: a combining mark behind a comma makes another character of it.
    return word.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }.joined(separator: "\\,")
  }
}
