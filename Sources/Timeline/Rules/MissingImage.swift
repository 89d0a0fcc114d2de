/// A picture that is not where its path says.
package enum MissingImage: TimelineRule {
  package static let name = "image-missing"
  package static let severity = Finding.Severity.error
  package static let explanation = """
    The path of a picture is relative to its timeline. Where no file is found there, readers would see a gap. Pictures on
    the web are not looked up. A path that leads out of the publication counts as missing: nobody else has that file.
    """
  package static let example = """
    ## 2024-08-04 — Heats

    ![The start]()
    """

  package static func check(_ checked: CheckedDocument, context: RuleContext) -> [RuleFinding] {
    checked.pictures.compactMap { place in
      let path = place.picture.path
      if path.isEmpty { return RuleFinding(place.position, "The picture has no path; write it between the brackets.") }
      guard URLScheme.of(path) == nil, let exists = context.pictureExists, !exists(path) else { return nil }
      return RuleFinding(place.position, "There is no picture at \(path); correct the path, or add the file.")
    }
  }
}
