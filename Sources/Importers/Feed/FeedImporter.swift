import FoundationEssentials
import Timeline

/// Reads a feed: RSS, Atom or JSON Feed.
///
/// The time at which an item appeared is its date, and the oldest item comes first.
package struct FeedImporter: Importer {
  package static let name = "feed"
  package static let summary = "A feed: RSS, Atom or JSON Feed."

  package init() {}

  package static func recognises(_ text: String, fileName: String?) -> Bool {
    let start = text.prefix(4_000).lowercased()
    if start.first(where: { !$0.isWhitespace }) == "{" {
      return start.contains(exactly: "jsonfeed.org/version")
        || text.contains(exactly: "\"items\"") && start.contains(exactly: "\"version\"")
    }
    return ["<rss", "<feed", "<rdf:rdf"].contains { start.contains(exactly: $0) } && !start.contains(exactly: "<html")
  }

  package func `import`(_ source: ImportSource) throws(ImportError) -> ImportedTimeline {
    try source.checkSize()
    let content = Array(source.bytes.drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) })
    guard let first = content.first else { throw ImportError("the source is empty") }
    var feed = first == UInt8(ascii: "{") ? try json(source) : try xml(content, source)
    let skipped = source.bytes.prefix(source.bytes.count - content.count).count { $0 == UInt8(ascii: "\n") }
    if skipped > 0, first != UInt8(ascii: "{") {
      for index in feed.items.indices { feed.items[index].line += skipped }
    }
    var reader = FeedReader()
    let document = reader.document(of: feed)
    return ImportedTimeline(document: document, findings: reader.findings.inOrder(file: source.name))
  }

  private func json(_ source: ImportSource) throws(ImportError) -> Feed {
    let text = try source.text()
    do {
      let json = try JSONDecoder().decode(JSONFeed.self, from: Data(text.utf8))
      guard json.items != nil else { throw ImportError("there is no list \"items\"; is this a JSON Feed?") }
      return Feed(json, lines: JSONLines.elements(of: "items", in: Array(text.utf8)))
    } catch let error as ImportError {
      throw error
    } catch {
      throw ImportError("this is not a JSON Feed: \(TimelineJSImporter.reason(error))")
    }
  }

  private func xml(_ bytes: [UInt8], _ source: ImportSource) throws(ImportError) -> Feed {
    let result = MarkupParser.xml(FeedEntities.replaced(in: bytes))
    guard let root = result.root, var feed = XMLFeed(root)?.feed else {
      let place = result.problem.map { SourcePosition(line: max(1, $0.line)) }
      throw ImportError(
        "this is neither RSS nor Atom" + (result.problem.map { " (\($0.message))" } ?? ""), position: place)
    }
    if let problem = result.problem {
      let end = result.isCutShort ? "; what follows was left out" : "; what could be read was imported"
      feed.findings.append(
        ImportRule.sourceBroken.finding(
          line: problem.line, "the XML is not well formed here (\(problem.message))" + end))
    }
    return feed
  }
}
