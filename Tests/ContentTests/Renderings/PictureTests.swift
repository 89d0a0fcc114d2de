import Foundation
import Testing
import Timeline

@testable import Content

@Suite("Pictures of a newsletter") struct PictureTests {
  static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + (0..<200).map { UInt8($0) }
  static let text = """
    ![Two runners](../../Timelines/images/the%20mile.png "Photo: C. Lens")

    Again ![small](../../Timelines/images/the%20mile.png), ![gone](../../Timelines/gone.png) and
    ![out](../../../../etc/passwd), ![web](https://example.org/w.png), ![text](../../Timelines/notes.txt)
    """

  func draft(_ text: String = text) -> Draft {
    Draft(
      id: "2024-W37-newsletter", kind: .newsletter, channel: "newsletter", subject: "S", preheader: "P",
      period: Draft.Period(first: Sample.day("2024-09-09"), last: Sample.day("2024-09-15")), entries: [], text: text)
  }

  func renderings(of publication: Publication) throws -> Renderings {
    let files = [
      "Timelines/images/the mile.png": Self.png, "Timelines/notes.txt": Array("words".utf8),
    ]
    return try NewsletterRenderer(publication: publication, templates: TemplateSet()) { files[$0] }.render(draft())
  }

  @Test("a picture within a text is seen from the draft as well, and the draft has no finding")
  func withinTexts() throws {
    let entry = Entry(
      id: "a", date: EntryDate(day: Sample.day("2024-09-05")), title: "A win",
      blocks: [.text("![The finish](images/a.jpg \"Photo: X\")\nThe finish in Paris, and ![web](https://e.org/w.png).")]
    )
    let composer = try IssueComposer(publication: Sample.publication, templates: TemplateSet())
    let draft = try #require(composer.compose(day: Sample.day("2024-09-09"), entries: [entry], picks: []).draft)
    #expect(draft.text.contains("![The finish](../../Timelines/images/a.jpg \"Photo: X\")\n"), "\(draft.text)")
    #expect(draft.text.contains("![web](https://e.org/w.png)"))
    let found = FidelityCheck(publication: Sample.publication, templates: TemplateSet())
      .findings(in: draft.file, file: draft.path, entries: ["a": entry])
    #expect(found == [])
  }

  @Test("beside the draft they are seen by their relative path, with alt text and credit")
  func page() throws {
    let html = try renderings(of: Sample.publication).html
    #expect(html.contains("<img src=\"../../Timelines/images/the%20mile.png\" alt=\"Two runners\""))
    #expect(html.contains(">Photo: C. Lens</p>"))
    #expect(html.components(separatedBy: "<img ").count == 7)
  }

  @Test("an e-mail carries each file once, and calls it by its Content-ID")
  func message() throws {
    let message = try renderings(of: Sample.publication).message
    let html = message.replacing("=\r\n", with: "").replacing("=3D", with: "=")
    #expect(html.components(separatedBy: "src=\"cid:picture-1.2024-W37-newsletter@example.org\"").count == 3)
    #expect(message.contains("Content-ID: <picture-1.2024-W37-newsletter@example.org>\r\n"))
    #expect(message.components(separatedBy: "Content-ID:").count == 2)
    #expect(message.contains("multipart/related; type=\"text/html\""))
    let body = try #require(message.components(separatedBy: " filename=\"the-mile.png\"\r\n\r\n").last)
    let encoded = body.components(separatedBy: "--=_").first?.replacing("\r\n", with: "") ?? ""
    #expect(Data(base64Encoded: encoded).map(Array.init) == Self.png)
    #expect(!html.contains("passwd") && !html.contains("gone.png") && !html.contains("notes.txt"))
    for line in message.components(separatedBy: "\r\n") { #expect(line.utf8.count <= 76, "\(line)") }
  }

  @Test("on the web they are where the settings say, and words where they say nothing")
  func web() throws {
    var publication = Sample.publication
    #expect(try !renderings(of: publication).webHTML.contains("Timelines/"))
    #expect(try renderings(of: publication).webHTML.contains(">Two runners</p>"))
    publication.pictures = "https://example.org/timelines/"
    let renderings = try renderings(of: publication)
    #expect(renderings.webHTML.contains("src=\"https://example.org/timelines/images/the%20mile.png\""))
    #expect(!renderings.message.contains("Content-ID:"))
  }

  @Test(
    "a path never leaves the publication",
    arguments: [
      "../../../x.png", "../../Timelines/../../x.png", "..%2F..%2F..%2Fx.png", "%2e%2e/%2e%2e/%2e%2e/x.png",
      "/etc/x.png",
      "data:image/png;base64,AAAA", "//example.org/x.png",
    ])
  func outside(url: String) {
    let path = draft().path(ofPicture: url)
    #expect(path == nil || (path?.split(separator: "/").contains("..") == false && path?.hasPrefix("Drafts/") == true))
  }

  @Test("sender and unsubscribe address are in the header")
  func header() throws {
    var publication = Sample.publication
    publication.unsubscribe = "https://example.org/unsubscribe?list=bell"
    let message = try renderings(of: publication).message
    #expect(message.contains("\r\nList-Unsubscribe: <https://example.org/unsubscribe?list=bell>\r\n"))
    #expect(message.hasPrefix("From: The Bell Lap <desk@example.org>\r\n"))
    #expect(message.contains("\r\nX-Unsent: 1\r\n"))
  }
}
