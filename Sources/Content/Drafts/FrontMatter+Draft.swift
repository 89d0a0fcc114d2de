internal import Timeline

extension FrontMatter {
  /// Parts the file of a draft as an editor may have saved it, with its lines where they are.
  init(ofDraft contents: String) {
    self.init(splitting: contents.replacing("\r\n", with: "\n").replacing("\u{FEFF}", with: ""))
  }
}
