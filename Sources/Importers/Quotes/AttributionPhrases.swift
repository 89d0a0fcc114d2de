/// Phrases in quotation marks that stand inside an attribution, as in `“…,” said Kerr, the “Lantern Queen”`.
///
/// A quotation behind an attribution is the second half of a quote where the attribution's clause has ended, and where
/// the quotation goes on as speech does; in the middle of a noun phrase it is part of it.
enum AttributionPhrases {
  /// More phrases than this in one attribution are a list of something else.
  private static let most = 4

  /// The pieces of a passage, each attribution in one piece with the phrases that stand in it.
  static func joined(_ passage: Passage) -> Passage {
    var joined = passage
    joined.pieces = []
    var phrases = 0
    for (index, piece) in passage.pieces.enumerated() {
      switch (piece.piece, joined.pieces.last?.piece) {
      case (.quotation(let phrase), .prose(let prose)?)
      where phrases < most && isPhrase(phrase, behind: prose, quoted: joined.pieces.dropLast().last?.piece)
        && !leadsOn(passage.pieces[(index + 1)...].first?.piece, phrase):
        joined.pieces[joined.pieces.count - 1].piece = .prose(prose + phrase.marked)
        phrases += 1
      case (.prose(let rest), .prose(let prose)?):
        joined.pieces[joined.pieces.count - 1].piece = .prose(prose + rest)
      default:
        phrases = 0
        joined.pieces.append(piece)
      }
    }
    return joined
  }

  /// Whether `phrase` stands within the attribution that begins `prose`, behind the words `quoted`.
  private static func isPhrase(_ phrase: Passage.Quotation, behind prose: String, quoted: Passage.Piece?) -> Bool {
    guard phrase.closing != nil, phrase.paragraphs.count == 1, phrase.text.count < 200,
      case .quotation(let quotation)? = quoted, quotation.closing != nil
    else { return false }
    let sentences = Word.split(prose).sentences
    guard sentences.count == 1, let words = sentences.first, let last = words.last, !last.endsSentence,
      Attribution.after(prose, quoted: quotation.text) != nil
    else { return false }
    if last.endsClause { return isTitle(phrase.text) && quotation.text.hasSuffix(",") && last.after == "," }
    return isOpen(last, in: words) || isTitle(phrase.text)
  }

  /// Whether a clause cannot end with this word: an article, a preposition, `told`.
  private static func isOpen(_ last: Word, in words: ArraySlice<Word>) -> Bool {
    if ["told", "tells", "telling"].contains(last.folded) || last.isPossessive { return true }
    if Vocabulary.determiners.contains(last.folded) { return true }
    guard last.after.isEmpty, last.text.first?.isNumber == false else { return false }
    if words.isSpeech(at: words.endIndex - 1) || Vocabulary.adverbs.contains(last.folded) { return false }
    return !last.isCapitalised && !["he", "she", "they"].contains(last.folded)
  }

  /// Several words with a capital each and no mark at the end.
  private static func isTitle(_ text: String) -> Bool {
    guard let last = text.last, !".,!?…".contains(last) else { return false }
    let words = Word.split(text)
    return (2...8).contains(words.count) && words.allSatisfy { $0.isCapitalised || $0.text.count <= 3 }
  }

  /// Whether an attribution of its own stands behind a quotation: then the words are somebody's.
  private static func leadsOn(_ rest: Passage.Piece?, _ phrase: Passage.Quotation) -> Bool {
    guard case .prose(let rest)? = rest, phrase.text.hasSuffix(",") else { return false }
    return Attribution.after(rest, quoted: phrase.text) != nil
  }
}
