import Testing
import Timeline

@testable import Importers

/// What spreadsheets write, and rows that slipped.
struct SpreadsheetTests {
  private func read(_ text: String) throws -> ImportedTimeline {
    let timeline = try CSVImporter().import(ImportSource(text: text, name: "t.csv"))
    expectRoundTrip(timeline.document)
    return timeline
  }

  @Test(arguments: [
    ("\"x, y\"", ["x", "y"]), ("first aid; boats", ["first aid", "boats"]), ("first aid", ["first aid"]),
    ("a|b, a", ["a", "b"]),
  ])
  func tagsAreParted(field: String, tags: [String]) throws {
    for column in ["Tags", "Group"] {
      let entry = try #require(try read("Date,Title,\(column)\n2021-03-03,Rain,\(field)\n").document.entries.first)
      #expect(entry.fields.tags == tags)
    }
  }

  @Test func aRowWithAnUnquotedCommaSaysSo() throws {
    let timeline = try read(
      "date,title,text,image,alt,credit,link\n"
        + "2002-05-01,May Day,Dancing, in the rain,img/rain.jpg,Wet dancers,A. Bell,https://example.org/rain\n")
    let entry = try #require(timeline.document.entries.first)
    #expect(entry.pictures.isEmpty)
    #expect(entry.links.isEmpty)
    #expect(
      entry.blocks == [
        .text("Dancing"),
        .note(" The source has image: in the rain; alt: img/rain.jpg; credit: Wet dancers; link: A. Bell "),
      ])
    let wide = try #require(timeline.findings.first { $0.rule == "row-wide" })
    #expect(wide.message.contains("a comma within a text"))
    #expect(wide.message.contains("as in \"Dancing, in the rain\""))
    #expect(wide.message.contains("left out: \"https://example.org/rain\""))
    #expect(timeline.findings.count == 2)
  }

  @Test(arguments: ["my picture.jpg", "https://example.org/a b", "img/a", "www.example.org", "a.org"])
  func addressesAndPathsAreKnown(text: String) { #expect(CSVRow.isAddress(text)) }

  @Test(arguments: ["in the rain", "A. Bell", "rain", "Bell.", "see p. 4"])
  func wordsAreNoAddresses(text: String) { #expect(!CSVRow.isAddress(text)) }

  @Test func emptyRowsAndEmptyFieldsBehindARowAreNoMatter() throws {
    let timeline = try read("Date;Title;Text\n;;\n2021-03-03;Rain;Wet;;\n ; ;\n")
    #expect(timeline.document.entries.map(\.title) == ["Rain"])
    #expect(timeline.findings.isEmpty)
  }

  @Test func datesOfSpreadsheetsAreRead() throws {
    let timeline = try read("Date,Title\n40637,A\n40638.75,B\nMay-11,C\n3-Jun-11,D\n4-Jun-98,E\n")
    #expect(
      timeline.document.entries.map(\.date.edtf) == ["2011-04-04", "2011-04-05", "2011-05", "2011-06-03", "1998-06-04"])
    #expect(timeline.findings.map(\.rule) == ["date-ambiguous"])
    #expect(timeline.findings.map(\.severity) == [.warning])
    #expect(
      timeline.findings[0].message.contains("40637 is a date as spreadsheets write it and was read as 2011-04-04"))
    #expect(timeline.findings[0].message.contains("and 2 others alike"))
  }

  @Test func aNumberAmongWordsIsNoDay() throws {
    let timeline = try read("Date,Title\n40637,A\nsoon,B\nlater,C\n")
    #expect(timeline.document.entries.isEmpty)
    #expect(timeline.findings.count == 3)
  }

  @Test(arguments: [
    "Datum;Titel;Beschreibung;Bild;Bildnachweis;Schlagwörter;Quelle", "Datum;Ereignis;Text;Bild;Bildnachweis;Tags;Link",
    "Dato;Tittel;Tekst;Bilde;Fotograf;Emner;Kilde", "Date;Titre;Texte;Image;Crédit;Mots-clés;Lien",
    "Fecha;Título;Texto;Imagen;Crédito;Etiquetas;Enlace",
  ])
  func headersOfOtherLanguagesAreKnown(header: String) throws {
    let timeline = try read(header + "\n2021-03-03;Flut;Es regnet.;a.jpg;Cy Dell;Wasser;https://example.org/a\n")
    let entry = try #require(timeline.document.entries.first)
    #expect(timeline.findings.isEmpty)
    #expect(entry.title == "Flut")
    #expect(entry.pictures == [Picture(path: "a.jpg", alt: "", credit: "Cy Dell")])
    #expect(entry.fields.tags == ["Wasser"])
    #expect(entry.bodyMarkdown == "Es regnet.\n\n[https://example.org/a](https://example.org/a)")
  }
}
