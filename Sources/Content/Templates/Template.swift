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
  ///
  /// - Parameters:
  ///   - context: what the template sees.
  ///   - common: what it sees where `context` has nothing.
  /// - Returns: the text as the template gives it.
  package func render(_ context: [String: TemplateValue], over common: [String: TemplateValue] = [:]) -> String {
    template.render(TemplateScope(members: context, common: common, format: format), library: library)
  }
}
