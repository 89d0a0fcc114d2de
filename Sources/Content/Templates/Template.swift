/// A template that was read and checked, ready to be filled in.
package struct Template: Sendable {
  /// The name without `.mustache`.
  package let name: String
  let format: TemplateFormat
  private let nodes: [TemplateNode]
  /// The templates that it includes, by name.
  private let partials: [String: [TemplateNode]]
  private var functions: [String: @Sendable (String) -> String] = [:]

  init(name: String, format: TemplateFormat, nodes: [TemplateNode], partials: [String: [TemplateNode]]) {
    self.name = name
    self.format = format
    self.nodes = nodes
    self.partials = partials
  }

  /// Reads a template that includes no others; a variable that there is not writes nothing.
  ///
  /// - Parameters:
  ///   - text: the template.
  ///   - name: its name without `.mustache`.
  ///   - format: what it makes, which decides how values are escaped.
  ///   - functions: what `{{name(variable)}}` makes of a text, by name.
  /// - Throws: ``TemplateSyntaxError`` with the place in `text`.
  package init(
    _ text: String, name: String, format: TemplateFormat, functions: [String: @Sendable (String) -> String] = [:]
  ) throws(TemplateSyntaxError) {
    self.init(name: name, format: format, nodes: try TemplateParser.parse(text), partials: [:])
    self.functions = functions
  }

  /// Fills the template in; it was checked against the shape of its context, so this cannot fail.
  ///
  /// - Parameters:
  ///   - context: what the template sees.
  ///   - common: what it sees where `context` has nothing.
  /// - Returns: the text as the template gives it.
  package func render(_ context: TemplateMembers, over common: [String: TemplateValue] = [:]) -> String {
    var renderer = TemplateRenderer(
      format: format, stack: [.object(common), .members(context)], partials: partials, functions: functions)
    return renderer.render(nodes)
  }

  /// Fills the template in from members that are at hand.
  package func render(_ context: [String: TemplateValue]) -> String {
    render(TemplateMembers(context))
  }
}
