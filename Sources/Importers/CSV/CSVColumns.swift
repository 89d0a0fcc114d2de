/// Which column of a CSV text holds what.
struct CSVColumns: Hashable {
  /// The columns of TimelineJS, in lower case, and those that other sheets use for the same.
  static let names: [String: [String]] = [
    "year": ["year"], "month": ["month"], "day": ["day"], "time": ["time"], "endyear": ["end year"],
    "endmonth": ["end month"], "endday": ["end day"], "endtime": ["end time"], "display": ["display date"],
    "title": [
      "headline", "title", "name", "event", "heading", "what", "titel", "was", "hva", "quoi", "qué", "ereignis",
      "überschrift", "tittel",
      "overskrift",
      "hendelse", "titre", "événement", "título", "titulo", "evento",
    ],
    "text": [
      "text", "description", "body", "summary", "details", "notes", "beschreibung", "tekst", "beskrivelse", "texte",
      "texto", "descripción",
    ],
    "image": ["media", "image", "picture", "photo", "media url", "image url", "bild", "foto", "bilde", "imagen"],
    "credit": [
      "media credit", "credit", "photo credit", "image credit", "bildnachweis", "fotograf", "crédit", "crédito",
    ],
    "caption": ["media caption", "caption", "bildunterschrift", "bildtekst", "légende", "leyenda"],
    "thumbnail": ["media thumbnail"],
    "alt": ["alt text", "alt", "media alt", "alternativtext", "alt-text", "alt-tekst"],
    "type": ["type"],
    "tags": [
      "group", "tags", "tag", "category", "categories", "schlagwörter", "schlagworte", "stikkord", "emner", "mots-clés",
      "etiquetas",
    ],
    "background": ["background"],
    "date": [
      "date", "start", "start date", "when", "day/date", "datum", "dato", "fecha", "jahr", "år", "année", "año",
    ],
    "end": ["end", "end date", "until", "to", "ende", "bis", "slutt", "fin"],
    "link": ["link", "url", "source url", "website", "quelle", "kilde", "lenke", "lien", "enlace", "fuente"],
    "people": ["people", "persons", "who", "personen", "personer", "personnes", "personas"], "weight": ["weight"],
    "id": ["id", "uid", "unique id"],
  ]

  private var indices: [String: Int] = [:]
  private let header: [String]
  /// What `--map` names and the file does not have.
  private(set) var missing: [String] = []

  /// The fields that `--map` knows, in the order in which people think of them.
  static let fields = [
    "date", "end", "title", "text", "image", "alt", "credit", "caption", "link", "people", "tags", "weight", "id",
    "year", "month", "day", "time", "endyear", "endmonth", "endday", "endtime", "display", "type", "thumbnail",
    "background",
  ]

  /// Reads the header; `given` maps fields to columns and goes before the names.
  init(header: [String], given: [String: String]) {
    self.header = header
    let columns = header.map { Self.folded($0) }
    for (field, names) in Self.names {
      if let index = names.compactMap({ columns.firstIndex(of: $0) }).first { indices[field] = index }
    }
    for (field, column) in given {
      let key = field.lowercased()
      if let index = columns.firstIndex(of: Self.folded(column)) {
        indices[key] = index
      } else if let number = Int(column), header.indices.contains(number - 1) {
        indices[key] = number - 1
      } else {
        missing.append(column)
      }
    }
    missing.sort()
  }

  /// The columns that hold something and are not read, of those of a header.
  func unread(_ header: [String], in records: some Sequence<[String]>) -> [String] {
    let read = Set(indices.values)
    var open = Set(header.indices.filter { !read.contains($0) && !header[$0].trimmingMarks(" ").isEmpty })
    var filled: Set<Int> = []
    for record in records where !open.isEmpty {
      for index in open where index < record.count && !record[index].isEmpty { filled.insert(index) }
      open.subtract(filled)
    }
    return filled.sorted().map { header[$0] }
  }

  /// Takes the one column that holds sentences and is not read as the text, where no other is.
  mutating func adoptText(from records: [[String]]) {
    guard !has("text") else { return }
    let read = Set(indices.values)
    let open = header.indices.filter { index in
      !read.contains(index) && !header[index].trimmingMarks(" ").isEmpty
        && Self.areSentences(records.compactMap { index < $0.count ? $0[index].trimmingMarks(" ") : nil })
    }
    if open.count == 1 { indices["text"] = open[0] }
  }

  /// Whether half of the fields that hold something, or more, are sentences.
  private static func areSentences(_ texts: [String]) -> Bool {
    let filled = texts.filter { !$0.isEmpty }
    let sentences = filled.count { text in
      ".!?…”\"»".contains(text.last ?? " ") && text.split(separator: " ", maxSplits: 3).count > 3
    }
    return sentences > 0 && sentences * 2 >= filled.count
  }

  private static func folded(_ name: String) -> String {
    name.lowercased().split { $0.isWhitespace || $0 == "_" }.joined(separator: " ")
  }

  func has(_ field: String) -> Bool { indices[field] != nil }

  /// What the table calls the column of a field.
  func name(_ field: String) -> String { indices[field].map { header[$0].trimmingMarks(" ") } ?? field }

  /// The value of a field in a record, without spaces at its ends.
  func value(_ field: String, _ record: [String]) -> String {
    guard let index = indices[field], index < record.count else { return "" }
    return record[index].trimmingMarks(" \t\n\r\u{A0}")
  }
}
