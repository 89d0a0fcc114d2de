/// What is wrong with the quotation marks of a document, and where its marks stand.
struct QuoteMarkProblems {
  let found: [QuoteMarkScanner.Found]
  /// The places of straight and of curly marks in running text.
  let straight: [TextPlace]
  let curly: [TextPlace]

  init(_ pieces: [TextPiece]) {
    var text = QuoteMarkScanner()
    var quotes = QuoteMarkScanner()
    var entry: Int?
    for piece in pieces {
      if piece.entry != entry {
        text.finish()
        quotes.finish()
        entry = piece.entry
      }
      switch piece.kind {
      case .text: text.scan(piece)
      case .quote: quotes.scan(piece)
      case .title: continue
      }
    }
    text.finish()
    quotes.finish()
    // Where a quote begins and ends its block says, so that only marks within its words count.
    found = text.found + quotes.found.filter { $0.problem == .doubled || $0.problem == .glued }
    straight = text.straight
    curly = text.curly
  }
}
