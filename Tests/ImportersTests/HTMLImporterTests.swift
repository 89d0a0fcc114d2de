import Testing
import Timeline

@testable import Importers

/// Web pages of the forms that publications use.
struct HTMLImporterTests {
  private func read(_ page: String) throws -> ImportedTimeline {
    let timeline = try HTMLImporter().import(ImportSource(text: page, name: "page.html"))
    expectRoundTrip(timeline.document)
    return timeline
  }

  @Test func anArticleIsReadAndNothingAroundIt() throws {
    let timeline = try read(
      """
      <!DOCTYPE html><html><head><title>The flood | The Mill Times</title>
      <meta property="article:published_time" content="2022-05-05T10:00:00Z">
      <link rel="canonical" href="https://example.org/flood/">
      <script>document.write("March 1, 2020")</script></head>
      <body><nav><a href="/">Home</a></nav><div hidden>March 2, 2020</div>
      <article><h1>The flood</h1><p>By Ann Marsh</p><p>A wet <em>year</em> &amp; its <a href="rain">rain</a>.</p>
      <h2>March 3, 2021</h2>
      <p>The river <a href="https://example.org/r?a=1&amp;b=2">rose</a>, as <a href="javascript:alert(1)">Bo Lind</a> saw.</p>
      <figure><img src="/images/river.jpg" alt="Brown water"><figcaption>The river at noon. <span class="credit">Photo: Cy Dell</span></figcaption></figure>
      <p>&ldquo;It came fast,&rdquo; <a href="https://example.org/lind">Lind</a> said. &ldquo;Too fast.&rdquo;</p>
      <h2>March 9, 2021: The river falls</h2><p>Sun.</p><img src="https://example.org/pixel.gif" width="1" height="1">
      </article><footer>March 10, 2021</footer></body></html>
      """)
    let document = timeline.document
    #expect(document.title == "The flood")
    #expect(document.author == "Ann Marsh")
    #expect(document.source == "https://example.org/flood/, 2022-05-05")
    #expect(document.standfirst == "A wet *year* & its [rain](https://example.org/flood/rain).")
    #expect(document.entries.map(\.date.edtf) == ["2021-03-03", "2021-03-09"])
    #expect(document.entries[1].title == "The river falls")
    #expect(
      document.entries[0].blocks == [
        .text("The river [rose](https://example.org/r?a=1&b=2), as Bo Lind saw."),
        .picture(Picture(path: "https://example.org/images/river.jpg", alt: "Brown water", credit: "Cy Dell")),
        .text("The river at noon."),
        .quote(Quote(text: "It came fast,\n\nToo fast.", speaker: "Bo Lind")),
        .text("[Lind](https://example.org/lind)"),
      ])
    #expect(timeline.findings.map(\.rule) == ["link-scheme"])
    #expect(timeline.findings.map(\.position.line) == [8])
  }

  @Test(arguments: [
    "<h2><time datetime=\"2021-03-03\">Mar 3</time></h2><p>Rain.</p>",
    "<p><time datetime=\"2021-03-03T10:00:00Z\">Wednesday morning</time></p><p>Rain.</p>",
    "<p><strong>March 3, 2021</strong><br>Rain.</p>", "<p><b>March 3, 2021:</b></p><p>Rain.</p>",
    "<ul><li><b>3 March 2021</b></li></ul><p>Rain.</p>", "<dl><dt>3 March 2021</dt><dd>Rain.</dd></dl>",
    "<table><tr><td>3 March 2021</td><td>Rain.</td></tr></table>",
    "<div><span>3 March</span> <span>2021</span></div><div>Rain.</div>",
    "<h3>3. März 2021</h3>Rain.", "<section><header><h2>2021-03-03</h2></header><p>Rain.</p></section>",
  ])
  func datesStandInManyElements(html: String) throws {
    let entries = try read("<body>\(html)</body>").document.entries
    #expect(entries.map(\.date.edtf) == ["2021-03-03"])
    #expect(entries.first?.bodyMarkdown == "Rain.")
  }

  @Test func titlesMayStandOnEitherSideOfTheDate() throws {
    let below = "<h2>Rain</h2><p>3 March 2021</p><p>Wet.</p><h2>Sun</h2><p>4 March 2021</p><p>Dry.</p>"
    let above = "<p>3 March 2021</p><h2>Rain</h2><p>Wet.</p><p>4 March 2021</p><h2>Sun</h2><p>Dry.</p>"
    for page in [below, above] {
      let entries = try read(page).document.entries
      #expect(entries.map(\.title) == ["Rain", "Sun"])
      #expect(entries.map(\.bodyMarkdown) == ["Wet.", "Dry."])
    }
  }

  @Test func blockquotesKeepTheirSpeakers() throws {
    let entry = try #require(
      try read(
        """
        <h2>3 March 2021</h2>
        <blockquote><p>It came fast.</p><footer>— Ann Marsh, <cite>The Mill</cite></footer></blockquote>
        <p>Bo Lind said:</p><blockquote><p>I ran.</p><p>I fell.</p></blockquote>
        <blockquote><p>No name.</p></blockquote>
        <blockquote class="twitter-tweet"><p>So wet</p>&mdash; Ann (@ann) <a href="https://example.org/1">March 3, 2021</a></blockquote>
        """
      ).document.entries.first)
    #expect(
      entry.quotes == [
        Quote(text: "It came fast.", speaker: "Ann Marsh", source: "The Mill"),
        Quote(text: "I ran.\n\nI fell.", speaker: "Bo Lind"),
        Quote(text: "So wet", speaker: "Ann (@ann)", source: "March 3, 2021"),
      ])
    #expect(entry.bodyMarkdown.contains("> No name."))
    #expect(entry.bodyMarkdown.contains("[March 3, 2021](https://example.org/1)"))
  }

  @Test func picturesKeepAddressAltAndCredit() throws {
    let entry = try #require(
      try read(
        """
        <h2>3 March 2021</h2>
        <img src="data:image/gif;base64,AAAA" data-src="https://example.org/a.jpg" alt="A">
        <p>Photo: Cy Dell</p>
        <figure><img srcset="https://example.org/s.jpg 1x, https://example.org/b.jpg 2x"><figcaption>Bo Lind/Reuters</figcaption></figure>
        <img src="data:image/png;base64,AAAA" alt="gone">
        """
      ).document.entries.first)
    #expect(
      entry.pictures == [
        Picture(path: "https://example.org/a.jpg", alt: "A", credit: "Cy Dell"),
        Picture(path: "https://example.org/b.jpg", alt: "", credit: "Bo Lind/Reuters"),
      ])
  }

  @Test func listsAndHeadingsStayMarkdown() throws {
    let entry = try #require(
      try read("<h2>3 March 2021</h2><p>Wet:</p><ul><li>mill</li><li>lock</li></ul><h3>Later</h3><p>a * b</p>").document
        .entries
        .first)
    #expect(entry.blocks == [.text("Wet:"), .text("- mill\n- lock"), .text("### Later"), .text("a \\* b")])
  }

  @Test func hostilePagesEndSoon() throws {
    let nested = String(repeating: "<div>", count: 10_000) + "deep" + String(repeating: "</div>", count: 10_000)
    let timeline = try read("<h2>3 March 2021</h2><p>Rain.</p>" + nested)
    #expect(timeline.document.entries.count == 1)
    #expect(timeline.findings.contains { $0.rule == "source-cut" })
    let open = try read("<h2>3 March 2021<p>Rain.<b><i><a href='x'>" + String(repeating: "<span ", count: 5_000))
    #expect(open.document.entries.count == 1)
    #expect(throws: ImportError.self) { try read("") }
    #expect(throws: ImportError.self) { try read(String(repeating: "<!--", count: 10_000)) }
    let quotes = "<h2>3 March 2021</h2>" + String(repeating: "<blockquote>", count: 200) + "x"
    _ = try HTMLImporter().import(ImportSource(text: quotes))
  }
}
