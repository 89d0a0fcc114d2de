package import Timeline

/// Reading what was written gives the same timeline.
package enum RoundTrip {
  /// What differs between a timeline and what is read after it was written; nil where nothing does.
  package static func fault(_ document: TimelineDocument) -> String? {
    let read = TimelineReader.read(TimelineWriter.write(document)).document
    if read.entries.count != document.entries.count {
      return "\(document.entries.count) entries are written, \(read.entries.count) are read"
    }
    for (again, entry) in zip(read.entries, document.entries) where again != entry {
      return difference(entry, again)
    }
    if read.standfirst != document.standfirst { return "the standfirst is not the same when it is read again" }
    if read.title != document.title { return "the title is not the same when it is read again" }
    if read.author != document.author { return "the author is not the same when it is read again" }
    if read.source != document.source { return "the source is not the same when it is read again" }
    return read.tags == document.tags ? nil : "the tags are not the same when they are read again"
  }

  /// The same for a document of hostile input: its entries keep their ids and dates, and what was written once is
  /// written alike again; within an entry, two paragraphs may have become one.
  package static func faultOfForm(_ document: TimelineDocument) -> String? {
    let written = TimelineWriter.write(document)
    let read = TimelineReader.read(written).document
    let before: [String] = document.entries.map { "\($0.date.edtf) {#\($0.id)}" }
    let after: [String] = read.entries.map { "\($0.date.edtf) {#\($0.id)}" }
    if before != after {
      let changed = zip(before + ["nothing"], after + ["nothing"]).first { $0 != $1 }
      return "entry \(changed?.0 ?? "") is read again as \(changed?.1 ?? "")"
    }
    let again = TimelineWriter.write(read)
    guard again != written else { return nil }
    let lines = [written, again].map { $0.split(separator: "\n").map(String.init) + ["nothing"] }
    let changed = zip(lines[0], lines[1]).first { $0 != $1 }
    return "the line \((changed?.0 ?? "").debugDescription) is written again as \((changed?.1 ?? "").debugDescription)"
  }

  private static func difference(_ entry: Entry, _ again: Entry) -> String {
    let blocks = zip(entry.blocks.map(Optional.some) + [nil], again.blocks.map(Optional.some) + [nil])
    if let (before, after) = blocks.first(where: { $0 != $1 }) {
      return
        "in entry \(entry.id), \(before.map { "\($0)" } ?? "nothing") is read again as \(after.map { "\($0)" } ?? "nothing")"
    }
    let (before, after) =
      [
        (entry.id, again.id), (entry.title ?? "", again.title ?? ""), (entry.date.edtf, again.date.edtf),
        (entry.dateText, again.dateText), ("\(entry.fields)", "\(again.fields)"),
      ].first { $0 != $1 } ?? ("\(entry)", "\(again)")
    return "in entry \(entry.id), \(before.debugDescription) is read again as \(after.debugDescription)"
  }
}
