internal import Synchronization

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
    base = LazyMembers(names: names, others: nil, make: make)
  }

  /// Members that are made once, when they are asked for first, over others: for what several templates see.
  ///
  /// - Parameters:
  ///   - names: the names that `make` knows.
  ///   - others: the members of all other names; those too are asked once.
  ///   - make: makes the member of one of these names; nil for any other name.
  init(
    names: [String], over others: TemplateMembers,
    makingOnce make: @escaping @Sendable (_ name: String) -> TemplateValue?
  ) {
    own = [:]
    base = LazyMembers(names: names, others: others, make: make)
  }

  package subscript(name: String) -> TemplateValue? {
    get { (own.isEmpty ? nil : own[name]) ?? base?.value(of: name) }
    set { own[name] = newValue }
  }

  /// The names that there are, sorted.
  package var names: [String] {
    Set(own.keys).union(base?.allNames ?? []).sorted()
  }

  /// All members, made now.
  package var all: [String: TemplateValue] {
    Dictionary(names.compactMap { name in self[name].map { (name, $0) } }) { first, _ in first }
  }
}

/// Kept apart so that copying members copies one reference.
private final class LazyMembers: Sendable {
  private let names: [String]
  /// What is looked up where `make` knows nothing; with it, what was found is kept.
  private let others: TemplateMembers?
  private let make: @Sendable (_ name: String) -> TemplateValue?
  /// What was found; so few that looking through them is quicker than a dictionary.
  private let kept = Mutex<[(name: String, value: TemplateValue)]>([])

  init(
    names: [String], others: TemplateMembers?, make: @escaping @Sendable (_ name: String) -> TemplateValue?
  ) {
    self.names = names
    self.others = others
    self.make = make
  }

  var allNames: [String] { names + (others?.names ?? []) }

  func value(of name: String) -> TemplateValue? {
    guard let others else { return make(name) }
    if let known = kept.withLock({ kept in kept.first { $0.name == name } }) { return known.value }
    guard let value = make(name) ?? others[name] else { return nil }
    kept.withLock { $0.append((name, value)) }
    return value
  }
}
