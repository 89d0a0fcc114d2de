import Testing

@testable import Content

struct ThreeWayMergeTests {
  private func merged(_ base: String, _ ours: String, _ theirs: String) -> String? {
    let lines = { (text: String) in text.replacing(" ", with: "\n") }
    return ThreeWayMerge.merge(base: lines(base), ours: lines(ours), theirs: lines(theirs))?
      .replacing("\n", with: " ")
  }

  @Test(arguments: [
    ("a b c d e", "a x c d e", "a b c y e", "a x c y e"), ("a b c", "a b c z", "x b c", "x b c z"),
    // Both removed lines, the one more than the other.
    ("a b c d", "a d", "d", "d"), ("a b c d", "a b", "a c d", "a"), ("a b c d", "b c d", "a b c", "b c"),
  ])
  func changesOfBothSidesAreKept(base: String, ours: String, theirs: String, wanted: String) {
    #expect(merged(base, ours, theirs) == wanted)
  }

  @Test(arguments: [
    ("a b c", "a b <!--n--> c", "a B c", "a B <!--n--> c"), ("a b c", "a <!--n--> b c", "a B c", "a <!--n--> B c"),
    ("a b c", "a <!-- n --> b c", "a B1 B2 c", "a <!-- n --> B1 B2 c"), ("a b", "a b <!--n-->", "a", "a <!--n-->"),
    ("a c", "a <!--n--> c", "a b c", "a <!--n--> b c"),
  ])
  func aNoteStaysBesideACorrectedLine(base: String, ours: String, theirs: String, wanted: String) {
    #expect(merged(base, ours, theirs) == wanted)
  }

  @Test(arguments: [
    ("a b c", "a x c", "a y c"), ("a b c", "a b x c", "a B c"), ("a b c", "a x <!--n--> c", "a B c"),
    ("a b c", "a <!--n--> x c", "a B c"), ("a b c", "a x c", "a c"), ("a b c", "a c", "a x c"),
    ("a c", "a x c", "a y c"),
  ])
  func theSameLinesChangedInTwoWaysAreAConflict(base: String, ours: String, theirs: String) {
    #expect(merged(base, ours, theirs) == nil)
  }
}
