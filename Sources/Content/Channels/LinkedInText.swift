/// Posts as LinkedIn's interface wants them; text that a person pastes needs none of it.
package enum LinkedInText {
  /// Signs that mean something to LinkedIn; one that is not escaped cuts the post short, without a word of warning.
  private static let reserved = Set("\\|{}@[]()<>#*_~".unicodeScalars.map(\.value))

  /// A text in LinkedIn's "little" format: reserved signs behind a backslash, hashtags as templates.
  ///
  /// Source: learn.microsoft.com, LinkedIn, "little Text Format", version of 2024-11.
  package static func escaped(_ text: String) -> String {
    let scalars = text.scalarValues
    var escaped = ""
    var index = 0
    for hashtag in HashtagScanner.hashtags(in: scalars) {
      escaped += escapedSigns(scalars[index..<hashtag.lowerBound])
      escaped += "{hashtag|\\#|\(escapedSigns(scalars[(hashtag.lowerBound + 1)..<hashtag.upperBound]))}"
      index = hashtag.upperBound
    }
    return escaped + escapedSigns(scalars[index...])
  }

  private static func escapedSigns(_ scalars: ArraySlice<UInt32>) -> String {
    String(scalars: scalars.flatMap { reserved.contains($0) ? [0x5C, $0] : [$0] }[...])
  }
}
