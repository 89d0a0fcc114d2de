/// A template that was read and checked, ready to be filled in.
package struct Template: Sendable {
  /// The name without `.mustache`.
  package let name: String
  let format: TemplateFormat
  private let nodes: [TemplateNode]
  /// The templates that it includes, by name.
  private let partials: [String: [TemplateNode]]

  init(name: String, format: TemplateFormat, nodes: [TemplateNode], partials: [String: [TemplateNode]]) {
    self.name = name
    self.format = format
    self.nodes = nodes
    self.partials = partials
  }

  /// Fills the template in; it was checked against the shape of its context, so this cannot fail.
  ///
  /// - Parameters:
  ///   - context: what the template sees.
  ///   - common: what it sees where `context` has nothing.
  /// - Returns: the text as the template gives it.
  package func render(_ context: [String: TemplateValue], over common: [String: TemplateValue] = [:]) -> String {
    var renderer = TemplateRenderer(format: format, stack: [.object(common), .object(context)], partials: partials)
    return renderer.render(nodes)
  }
}
