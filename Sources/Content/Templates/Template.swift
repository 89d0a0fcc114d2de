internal import Mustache

/// A template that was read and checked, ready to be filled in.
package struct Template: Sendable {
  /// The name without `.mustache`.
  package let name: String
  let format: TemplateFormat
  private let template: MustacheTemplate
  private let library: MustacheLibrary

  init(name: String, format: TemplateFormat, template: MustacheTemplate, library: MustacheLibrary) {
    self.name = name
    self.format = format
    self.template = template
    self.library = library
  }

  /// Fills the template in; it was checked against the shape of its context, so this cannot fail.
  package func render(_ context: [String: TemplateValue]) -> String {
    template.render(TemplateScope(members: context, format: format), library: library)
  }
}
