/// The count of Threads: characters, in which "emojis are counted as the number of UTF-8 bytes".
enum ThreadsText {
  static func length(of text: String) -> Int {
    guard text.utf8.contains(where: { $0 > 0x7F }) else { return text.graphemeCount }
    return text.reduce(0) { length, character in
      let isEmoji = character.unicodeScalars.contains { scalar in
        scalar.value == 0xFE0F || scalar.value == 0x20E3
          || (scalar.value > 0x2100 && scalar.properties.isEmojiPresentation)
      }
      return length + (isEmoji ? character.utf8.count : 1)
    }
  }
}
