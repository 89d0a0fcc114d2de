import Timeline

/// What holds for every file that is read as a timeline.
enum TimelineProperties {
  /// Reads, checks and mends; says what does not hold.
  static func fault(_ bytes: [UInt8]) -> String? {
    guard let text = try? SourceText.decode(bytes) else { return nil }
    let reading = TimelineReader.read(text)
    _ = TimelineCheck.run(reading)
    guard let fixed = try? TimelineFix.fix(bytes: bytes), let again = try? TimelineFix.fix(bytes: fixed) else {
      return "a text that is read cannot be mended"
    }
    if again != fixed { return "mending twice is not mending once" }
    let mended = TimelineReader.read(String(decoding: fixed, as: UTF8.self)).document
    if mended.entries.map(\.id) != reading.document.entries.map(\.id) { return "mending changes an id" }
    return RoundTrip.faultOfForm(reading.document)
  }
}
