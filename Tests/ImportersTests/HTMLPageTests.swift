import Testing
import Timeline

@testable import Importers

/// Pages of several parts, and what stands on a page beside its entries.
struct HTMLPageTests {
  private func read(_ page: String) throws -> ImportedTimeline {
    let timeline = try HTMLImporter().import(ImportSource(text: page, name: "page.html"))
    expectRoundTrip(timeline.document)
    return timeline
  }

  @Test(arguments: ["article", "section", "div"])
  func partsOfAPageAreAllRead(name: String) throws {
    let parts = [("27 August 2022", "Leeks."), ("28 August 2022", "Onions.")]
      .map { "<\(name)><h2>\($0)</h2><p>\($1)</p></\(name)>" }.joined()
    let document = try read("<h1>T</h1><p>All shows.</p>\(parts)<h2>29 August 2022</h2><p>Rest.</p><footer>©</footer>")
      .document
    #expect(document.title == "T")
    #expect(document.standfirst == "All shows.")
    #expect(document.entries.map(\.date.edtf) == ["2022-08-27", "2022-08-28", "2022-08-29"])
    #expect(document.entries.map(\.bodyMarkdown) == ["Leeks.", "Onions.", "Rest."])
  }

  @Test(arguments: [
    "<ELEMENT><h2>The pump</h2><p>17 April 2022</p><p>It works.</p></ELEMENT>",
    "<ELEMENT><h1>The pump</h1><p>17 April 2022</p><p>It works.</p></ELEMENT>"
      + "<ELEMENT><h1>The show</h1><p>18 April 2022</p><p>Leeks.</p></ELEMENT>",
    "<ELEMENT><h2>The pump</h2><p>Posted on <time datetime=\"2022-04-17\">17 April 2022</time> by J. Kettle</p>"
      + "<p>It works.</p></ELEMENT>"
      + "<ELEMENT><h2>The show</h2><p>Posted on 18 April 2022 by J. Kettle</p><p>Leeks.</p></ELEMENT>",
  ])
  func aTitleAboveItsDateIsKept(page: String) throws {
    let entry = try #require(try read(page.replacing("ELEMENT", with: "article")).document.entries.first)
    #expect(entry.title == "The pump")
    #expect(entry.date.edtf == "2022-04-17")
    #expect(entry.bodyMarkdown == "It works.")
  }

  @Test func otherStoriesBesideAnArticleAreNoPartOfIt() throws {
    let story =
      "<article><h2>3 March 2021</h2><p>Rain on the whole of the town.</p><h2>4 March 2021</h2><p>Sun.</p></article>"
    let card = "<article><h3>Another story</h3><time datetime=\"2021-05-01\">1 May 2021</time></article>"
    #expect(try read(story + card).document.entries.map(\.date.edtf) == ["2021-03-03", "2021-03-04"])
  }

  @Test func aFigureKeepsAllItsPictures() throws {
    let entry = try #require(
      try read(
        """
        <h2>3 March 2021</h2>
        <figure><img src="a.jpg" alt="A"><a href="/story"><img src="b.jpg" alt="B"></a>
        <figcaption>Both of them. Photo: Cy Dell</figcaption></figure>
        <figure><figure><img src="c.jpg" alt="C"><figcaption>Third.</figcaption></figure></figure>
        """
      ).document.entries.first)
    #expect(
      entry.blocks == [
        .picture(Picture(path: "a.jpg", alt: "A", credit: "Cy Dell")),
        .picture(Picture(path: "b.jpg", alt: "B", credit: "Cy Dell")), .text("[/story](/story)"),
        .text("Both of them."), .picture(Picture(path: "c.jpg", alt: "C")), .text("Third."),
      ])
  }

  @Test(arguments: [
    ("<iframe src=\"https://example.org/f\" title=\"The film\"></iframe>", "[The film](https://example.org/f)"),
    ("<video src=\"film.mp4\"></video>", "[film.mp4](film.mp4)"),
    ("<video><source src=\"film.mp4\">Your browser is old.</video>", "[film.mp4](film.mp4)"),
    ("<iframe src=\"about:blank\" data-src=\"https://example.org/f\"></iframe>", "<https://example.org/f>"),
    ("<iframe src=\"https://www.googletagmanager.com/ns.html?id=1\"></iframe>", ""),
    ("<iframe src=\"https://example.org/f\" width=\"0\" height=\"0\"></iframe>", ""),
    ("<a href=\"big.jpg\"><img src=\"small.jpg\" alt=\"\"></a>", ""),
    ("<a href=\"story.html\"><img src=\"small.jpg\" alt=\"\"></a>", "[story.html](story.html)"),
    ("<a href=\"story.html\"><div>The story</div></a>", "[The story](story.html)"),
    ("See<a href=\"story.html\"><img src=\"small.jpg\" alt=\"\"></a>", "See\n\n[story.html](story.html)"),
  ])
  func framesAndLinkedPicturesBecomeLinks(html: String, body: String) throws {
    let entry = try #require(try read("<h2>3 March 2021</h2><div>\(html)</div>").document.entries.first)
    let plain = body.replacing("<https://example.org/f>", with: "[https://example.org/f](https://example.org/f)")
    #expect(entry.bodyMarkdown == plain)
  }

  @Test(arguments: ["<th>1977</th><td>8,214</td>", "<td><p>1977</p></td><td><p>8,214</p></td>"])
  func aTableWithinAnEntryBeginsNone(row: String) throws {
    let table = "<table><tr><th>Year</th><th>Visitors</th></tr><tr>\(row)</tr></table>"
    let entries = try read("<h2>1 June 1978</h2><p>Busy.</p>\(table)<h2>2 June 1978</h2><p>Quiet.</p>").document.entries
    #expect(entries.map(\.date.edtf) == ["1978-06-01", "1978-06-02"])
    #expect(entries.first?.bodyMarkdown.contains("1977") == true)
    #expect(entries.first?.bodyMarkdown.contains("8,214") == true)
  }

  @Test(arguments: [
    "<h1>1920 to 1930</h1><table><tr><td>1921</td><td>A.</td></tr><tr><td>1922</td><td>B.</td></tr></table>",
    "<h2>1920–1930</h2><table><tr><td>1921</td><td>A.</td></tr><tr><td>1922</td><td>B.</td></tr></table>",
    "<h1>Years</h1><table><tr><td>1921</td><td>A.</td></tr><tr><td>1922</td><td>B.</td></tr></table>",
  ])
  func aTableThatIsTheChronologyIsRead(page: String) throws {
    #expect(try read(page).document.entries.map(\.date.edtf).suffix(2) == ["1921", "1922"])
  }

  @Test(arguments: [
    "<ul><li><a href=\"#a\">5 May 1961</a></li><li><a href=\"#b\">6 May 1961</a></li></ul>",
    "<nav><ol><li><a href=\"#a\">5 May 1961</a></li><li><a href=\"#b\">6 May 1961</a></li></ol></nav>",
    "<div class=\"TOC\"><h2>Contents</h2><p><a href=\"#a\">5 May 1961</a></p></div>",
    "<h2>Contents</h2><ol><li>1. <a href=\"#a\">5 May 1961</a></li></ol>",
  ])
  func aTableOfContentsIsLeftOut(contents: String) throws {
    let timeline = try read("\(contents)<h3 id=\"a\">5 May 1961</h3><p>A.</p><h3 id=\"b\">6 May 1961</h3><p>B.</p>")
    #expect(timeline.document.entries.map(\.bodyMarkdown) == ["A.", "B."])
    #expect(timeline.document.standfirst.isEmpty)
    #expect(timeline.findings.map(\.rule) == ["left-out"])
  }

  @Test(arguments: [
    "class=\"comments\"", "id=\"comments\"", "class=\"a comment-list\"", "id=\"respond\"", "id=\"disqus\"",
  ])
  func commentsAreLeftOut(attribute: String) throws {
    let timeline = try read("<h2>5 May 1961</h2><p>A.</p><div \(attribute)><h2>6 May 1961</h2><p>First!</p></div>")
    #expect(timeline.document.entries.map(\.bodyMarkdown) == ["A."])
    #expect(timeline.findings.map(\.rule) == ["left-out"])
  }

  @Test(arguments: [
    "<h3>5 May 1961<span>[edit]</span></h3><p>A.</p>",
    "<h3>5 May 1961<span class=\"mw-editsection\"><span>[</span><a href=\"/e\">edit</a>]</span></h3><p>A.</p>",
    "<h3>5 May 1961</h3><p>A.<sup>[1]</sup><sup class=\"reference\"><a href=\"#n\">[note 2]</a></sup></p>",
    "<h3>5 May 1961</h3><p>A<sup><a href=\"#n\">1</a></sup>.</p>",
  ])
  func marksOfWikisAreLeftOut(page: String) throws {
    let entry = try #require(try read(page).document.entries.first)
    #expect(entry.title == nil)
    #expect(entry.blocks == [.text("A.")])
  }

  @Test func aNumberAboveTheLineThatIsNoMarkIsKept() throws {
    #expect(try read("<h3>5 May 1961</h3><p>4 m<sup>2</sup></p>").document.entries.first?.bodyMarkdown == "4 m2")
  }
}
