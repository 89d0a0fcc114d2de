internal import Content

extension Workspace {
  /// Writes a newsletter's renderings as its text has them now; files that say the same already are left alone.
  func render(_ draft: Draft, with renderer: NewsletterRenderer, to files: PublicationFiles) throws {
    for (suffix, contents) in renderer.render(draft).files {
      let path = draft.path(ofRendering: suffix)
      // The e-mail's CRLF does not survive reading, so that what is there is compared as bytes.
      guard (try? FileSystem.read(Path.join(folder.path, path))) != Array(contents.utf8) else { continue }
      try files.writeAtomically(contents, path)
    }
  }

  /// What turns newsletters into HTML, plain text and e-mail.
  func renderer() throws -> NewsletterRenderer {
    let folder = folder.path
    return try NewsletterRenderer(publication: settings.publication, templates: templates()) { path in
      try? FileSystem.read(Path.join(folder, path))
    }
  }

  /// What looks at issues before they go out.
  func newsletterCheck() throws -> NewsletterCheck {
    let folder = folder.path
    let severities = settings.severities
    return NewsletterCheck(
      publication: settings.publication, renderer: try renderer(), severities: severities
    ) { path in
      FileSystem.exists(Path.join(folder, path))
    }
  }
}
