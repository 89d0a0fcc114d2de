/// The count of Threads: characters, in which "emojis are counted as the number of UTF-8 bytes".
enum ThreadsText {
  static func length(of text: String) -> Int {
    guard text.utf8.contains(where: { $0 > 0x7F }) else { return text.graphemeCount }
    return text.reduce(0) { length, character in
      let scalars = character.unicodeScalars
      let isEmoji = scalars.contains { $0.properties.isEmojiPresentation || $0.value == 0xFE0F || $0.value == 0x20E3 }
      return length + (isEmoji ? character.utf8.count : 1)
    }
  }
}
