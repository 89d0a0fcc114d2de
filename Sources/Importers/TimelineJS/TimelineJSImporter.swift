import FoundationEssentials
import Timeline

/// Reads the JSON of TimelineJS 3 and of Timeline 2.
///
/// The title slide becomes the timeline's title and standfirst; headlines become titles, media pictures and links, groups
/// tags. Eras have no place in a timeline and are reported.
package struct TimelineJSImporter: Importer {
  package static let name = "timelinejs"
  package static let summary = "The JSON of a TimelineJS timeline."

  package init() {}

  package static func recognises(_ text: String, fileName: String?) -> Bool {
    guard text.first(where: { !$0.isWhitespace }) == "{" else { return false }
    let isModern = text.contains(exactly: "\"events\"") && text.contains(exactly: "\"start_date\"")
    return isModern || text.contains(exactly: "\"timeline\"") && text.contains(exactly: "\"startDate\"")
  }

  package func `import`(_ source: ImportSource) throws(ImportError) -> ImportedTimeline {
    let text = try source.text()
    let file: TimelineJSFile
    do {
      file = try JSONDecoder().decode(TimelineJSFile.self, from: Data(text.utf8))
    } catch {
      throw ImportError("this is not the JSON of TimelineJS: \(Self.reason(error))")
    }
    let bytes = Array(text.utf8)
    if let legacy = file.timeline { return imported(legacy, bytes, source) }
    guard let events = file.events else {
      throw ImportError("there is no list \"events\"; is this the JSON of TimelineJS?")
    }
    let lines = JSONLines.elements(of: "events", in: bytes)
    let slides = events.enumerated().map { index, event in
      event.value.map { TimelineJSSlide($0, line: index < lines.count ? lines[index] : 1) }
    }
    var result = entries(of: slides, lines: lines, source)
    if let title = file.title {
      let slide = TimelineJSSlide(title, line: 1)
      takeTitle(slide, into: &result, source)
    }
    reportEras((file.eras ?? []).map { $0.value?.text?.headline.words ?? "" }, in: &result, source)
    return result
  }

  private func imported(
    _ legacy: TimelineJSFile.Legacy, _ bytes: [UInt8], _ source: ImportSource
  ) -> ImportedTimeline {
    let lines = JSONLines.elements(of: "date", in: bytes)
    let slides = (legacy.date ?? []).enumerated().map { index, event in
      event.value.map { TimelineJSSlide($0, line: index < lines.count ? lines[index] : 1) }
    }
    var result = entries(of: slides, lines: lines, source)
    takeTitle(TimelineJSSlide(legacy), into: &result, source)
    reportEras((legacy.era ?? []).map { $0.value?.headline.words ?? "" }, in: &result, source)
    return result
  }

  private func entries(of slides: [TimelineJSSlide?], lines: [Int], _ source: ImportSource) -> ImportedTimeline {
    var reader = SlideReader(word: "event")
    var entries: [Entry] = []
    var findings: [Finding] = []
    for (index, slide) in slides.enumerated() {
      if let slide {
        if let entry = reader.entry(of: slide, number: index + 1) { entries.append(entry) }
      } else {
        let line = index < lines.count ? lines[index] : 1
        findings.append(
          ImportRule.rowInvalid.finding(
            line: line, "event \(index + 1) does not have the form of an event and was left out"))
      }
    }
    findings += reader.findings
    return ImportedTimeline(
      document: TimelineDocument(entries: entries), findings: findings.inOrder(file: source.name))
  }

  private func takeTitle(
    _ slide: TimelineJSSlide, into result: inout ImportedTimeline, _ source: ImportSource
  ) {
    var reader = SlideReader(word: "title")
    let headline = MarkupText.plain(slide.headline)
    result.document.title = headline.isEmpty ? nil : headline
    result.document.standfirst = reader.standfirst(of: slide)
    result.findings = reader.findings.inOrder(file: source.name) + result.findings
  }

  /// Blocks as the Markdown of a standfirst, which has no private notes.
  static func markdown(_ blocks: [Block]) -> String {
    blocks.compactMap { BulletList.markdown(of: $0) }.joined(separator: "\n\n")
  }

  private func reportEras(_ headlines: [String], in result: inout ImportedTimeline, _ source: ImportSource) {
    guard !headlines.isEmpty else { return }
    let names = headlines.map(MarkupText.plain).filter { !$0.isEmpty }.prefix(20).joined(separator: ", ")
    let eras = headlines.count == 1 ? "1 era was" : "\(headlines.count) eras were"
    var finding = ImportRule.leftOut.finding(
      line: 1, "\(eras) left out, for a timeline has entries alone: \(names)")
    finding.file = source.name
    result.findings.append(finding)
  }

  static func reason(_ error: any Error) -> String {
    guard let error = error as? DecodingError else { return "it cannot be read" }
    switch error {
    case .dataCorrupted(let context):
      return context.debugDescription.isEmpty ? "it is broken" : context.debugDescription
    case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context):
      return "\(context.codingPath.map(\.stringValue).joined(separator: ".")) has another form"
    @unknown default: return "it cannot be read"
    }
  }
}
