/// The members of an object by name: some at hand, the others made when a template asks for them.
package struct TemplateMembers: Sendable {
  private var own: [String: TemplateValue]
  private let base: LazyMembers?

  package init(_ members: [String: TemplateValue] = [:]) {
    own = members
    base = nil
  }

  /// Members that are made when they are asked for.
  ///
  /// - Parameters:
  ///   - names: all names that there are.
  ///   - make: makes the member of one of these names; the same each time.
  init(names: [String], make: @escaping @Sendable (_ name: String) -> TemplateValue?) {
    own = [:]
    base = LazyMembers(names: names, make: make)
  }

  package subscript(name: String) -> TemplateValue? {
    get { (own.isEmpty ? nil : own[name]) ?? base?.make(name) }
    set { own[name] = newValue }
  }

  /// The names that there are, sorted.
  package var names: [String] {
    Set(own.keys).union(base?.names ?? []).sorted()
  }

  /// All members, made now.
  package var all: [String: TemplateValue] {
    Dictionary(names.compactMap { name in self[name].map { (name, $0) } }) { first, _ in first }
  }
}

/// Kept apart so that copying members copies one reference.
private final class LazyMembers: Sendable {
  let names: [String]
  let make: @Sendable (_ name: String) -> TemplateValue?

  init(names: [String], make: @escaping @Sendable (_ name: String) -> TemplateValue?) {
    self.names = names
    self.make = make
  }
}
