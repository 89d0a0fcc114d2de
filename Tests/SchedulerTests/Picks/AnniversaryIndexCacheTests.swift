import Foundation
import Synchronization
import Testing
import Timeline

@testable import Scheduler

@Suite("The cache of the index")
struct AnniversaryIndexCacheTests {
  private let second: Int64 = 1_000_000_000

  /// Timelines and cache files in memory; what is read is counted.
  private final class World: Sendable {
    struct State {
      var texts: [String: String] = [:]
      var caches: [String: Data] = [:]
      var reads: [String] = []
    }

    let state = Mutex(State())

    func cache(settings: String = "") -> AnniversaryIndexCache {
      AnniversaryIndexCache(
        settings: settings,
        read: { path in
          self.state.withLock { state in
            state.reads.append(path)
            return Data((state.texts[path] ?? "").utf8)
          }
        },
        parse: { bytes, _ in TimelineReader.read(String(decoding: bytes, as: UTF8.self)).document.entries },
        load: { name in self.state.withLock { $0.caches[name] } },
        save: { bytes, name in self.state.withLock { $0.caches[name] = bytes } })
    }

    func set(_ text: String, at path: String) {
      state.withLock { $0.texts[path] = text }
    }

    /// The timelines as a look at their folder shows them.
    func files(modified: [String: Int64]) -> [AnniversaryIndexCache.File] {
      modified.keys.sorted().map { path in
        let size = state.withLock { $0.texts[path]?.utf8.count ?? 0 }
        return AnniversaryIndexCache.File(path: path, size: size, modified: modified[path] ?? 0)
      }
    }

    func takeReads() -> [String] {
      state.withLock { state in
        defer { state.reads = [] }
        return state.reads
      }
    }
  }

  private func ids(_ index: AnniversaryIndex, on day: String) throws -> [String] {
    let request = PickRequest(firstDay: try PickFixture.day(day), days: 1)
    return Picker(index, rules: OnThisDayRules()).select(request, history: PickHistory()).picks.map(\.entry.id)
  }

  @Test("A timeline is read once, and again only when it changed")
  func refresh() throws {
    let world = World()
    var modified: [String: Int64] = [:]
    for number in 0..<50 {
      world.set("## 2001-05-\(10 + number % 20) — Entry {#e\(number)}\n", at: "t\(number).md")
      modified["t\(number).md"] = 100 * second
    }
    let first = try world.cache().index(of: world.files(modified: modified), now: 1_000 * second)
    #expect(first.rebuilt.count == 50 && world.takeReads().count == 50)
    let again = try world.cache().index(of: world.files(modified: modified), now: 2_000 * second)
    #expect(again.rebuilt.isEmpty && world.takeReads().isEmpty)
    #expect(try ids(again.index, on: "2024-05-10") == ["e0", "e20", "e40"])
    world.set("## 1850-05-10 — An old one, added late {#late}\n", at: "t7.md")
    modified["t7.md"] = 1_500 * second
    let changed = try world.cache().index(of: world.files(modified: modified), now: 3_000 * second)
    #expect(changed.rebuilt == ["t7.md"] && world.takeReads() == ["t7.md"])
    #expect(try ids(changed.index, on: "2024-05-10") == ["late", "e0", "e20"])
    modified["t3.md"] = nil
    let removed = try world.cache().index(of: world.files(modified: modified), now: 4_000 * second)
    #expect(removed.rebuilt.isEmpty)
    #expect(try ids(removed.index, on: "2024-05-13") == ["e23", "e43"])
  }

  @Test("A file that was only touched is looked at, and not indexed again")
  func touched() throws {
    let world = World()
    world.set("## 2001-05-10 — Entry {#e}\n", at: "t.md")
    _ = try world.cache().index(of: world.files(modified: ["t.md": 100 * second]), now: 1_000 * second)
    _ = world.takeReads()
    let touched = try world.cache().index(of: world.files(modified: ["t.md": 500 * second]), now: 1_000 * second)
    #expect(touched.rebuilt.isEmpty && world.takeReads() == ["t.md"])
    let again = try world.cache().index(of: world.files(modified: ["t.md": 500 * second]), now: 1_000 * second)
    #expect(again.rebuilt.isEmpty && world.takeReads().isEmpty)
    #expect(try ids(again.index, on: "2024-05-10") == ["e"])
  }

  @Test("A change within the same tick of the clock, of the same size, is seen")
  func racyChange() throws {
    let world = World()
    world.set("## 2001-05-10 — Entry {#a}\n", at: "t.md")
    let files = world.files(modified: ["t.md": 1_000 * second])
    _ = try world.cache().index(of: files, now: 1_000 * second + 1)
    world.set("## 2001-05-10 — Entry {#b}\n", at: "t.md")
    let changed = try world.cache().index(of: files, now: 1_000 * second + 2)
    #expect(changed.rebuilt == ["t.md"])
    #expect(try ids(changed.index, on: "2024-05-10") == ["b"])
    _ = try world.cache().index(of: files, now: 1_100 * second)
    _ = world.takeReads()
    _ = try world.cache().index(of: files, now: 1_200 * second)
    #expect(world.takeReads().isEmpty, "once the file has rested, its time is enough")
  }

  @Test("Other settings and another version build anew")
  func settings() throws {
    let world = World()
    world.set("## 2001-05-10 — Entry {#e}\n", at: "t.md")
    let files = world.files(modified: ["t.md": 100 * second])
    _ = try world.cache(settings: "dmy").index(of: files, now: 1_000 * second)
    #expect(try world.cache(settings: "dmy").index(of: files, now: 1_000 * second).rebuilt.isEmpty)
    #expect(try world.cache(settings: "mdy").index(of: files, now: 1_000 * second).rebuilt == ["t.md"])
    world.state.withLock { state in
      for name in state.caches.keys { state.caches[name]?[8] = 99 }
    }
    #expect(try world.cache(settings: "mdy").index(of: files, now: 1_000 * second).rebuilt == ["t.md"])
  }

  @Test("Any damage to a cache file builds it anew")
  func damage() throws {
    let world = World()
    world.set("## 2001-05-10 — Entry {#e}\n\n- people: A, B\n- tags: c\n", at: "t.md")
    let files = world.files(modified: ["t.md": 100 * second])
    _ = try world.cache().index(of: files, now: 1_000 * second)
    let name = AnniversaryIndexCache.name(for: "t.md")
    let whole = try #require(world.state.withLock { $0.caches[name] })
    func rebuilt(from data: Data) throws -> [String] {
      world.state.withLock { $0.caches[name] = data }
      _ = world.takeReads()
      let found = try world.cache().withIndex(of: files, now: 1_000 * second) { try ids($0, on: "2024-05-10") }
      #expect(found == ["e"])
      return world.takeReads()
    }
    for length in [0, 1, 7, 24, 63, 64, 500, whole.count - 1] {
      #expect(try rebuilt(from: whole.prefix(length)) == ["t.md"], "cut to \(length) bytes")
    }
    for offset in stride(from: 0, to: whole.count, by: 13) {
      var bytes = whole
      bytes[offset] ^= 0x40
      #expect(try rebuilt(from: bytes) == ["t.md"], "byte \(offset)")
    }
    #expect(try rebuilt(from: whole + [0]) == ["t.md"])
    #expect(try rebuilt(from: whole).isEmpty)
  }

  @Test("Of a large cache file only the pages that are looked at are checked, and damage there builds it anew")
  func damageElsewhere() throws {
    let world = World()
    let days = (1...12).flatMap { month in (10...28).map { "\(month < 10 ? "0" : "")\(month)-\($0)" } }
    world.set(days.map { "## 2001-\($0) — Somebody won on that day {#e-\($0)}\n" }.joined(separator: "\n"), at: "t.md")
    let files = world.files(modified: ["t.md": 100 * second])
    _ = try world.cache().index(of: files, now: 1_000 * second)
    _ = world.takeReads()
    // The digests lie in the order of the days, so the end is December's.
    world.state.withLock { state in
      for (name, var bytes) in state.caches {
        #expect(bytes.count > 4 * 4_096)
        bytes[bytes.count - 1] ^= 1
        state.caches[name] = bytes
      }
    }
    func found(_ day: String) throws -> [String] {
      try world.cache().withIndex(of: files, now: 1_000 * second) { try ids($0, on: "2024-\(day)") }
    }
    #expect(try found("01-10") == ["e-01-10"])
    #expect(world.takeReads().isEmpty, "what is not looked at does not matter")
    #expect(try found("12-28") == ["e-12-28"])
    #expect(world.takeReads() == ["t.md"], "built anew")
    #expect(try found("12-28") == ["e-12-28"])
    #expect(world.takeReads().isEmpty)
  }

  @Test("A cached entry is named as the whole one is")
  func digest() throws {
    let world = World()
    let text = """
      ## Aug. 23, 2023

      *Josh Kerr* wins. More is said.

      - people: Josh Kerr, Jakob Ingebrigtsen
      - tags: worlds
      - weight: 3
      """
    world.set(text, at: "t.md")
    let files = world.files(modified: ["t.md": 100 * second])
    let index = try world.cache().index(of: files, now: 1_000 * second).index
    let request = PickRequest(firstDay: try PickFixture.day("2024-08-23"), days: 1)
    let cached = try #require(
      Picker(index, rules: OnThisDayRules()).select(request, history: PickHistory()).picks.first)
    let entries = TimelineReader.read(text).document.entries
    let whole = try #require(
      Picker(entries, rules: OnThisDayRules()).select(request, history: PickHistory()).picks.first)
    #expect(cached.reason == whole.reason && cached.reason == "1 year ago, a milestone; weight 3")
    #expect(cached.entry.id == whole.entry.id && cached.entry.isIDWritten == whole.entry.isIDWritten)
    #expect(cached.entry.displayTitle == "Josh Kerr wins." && whole.entry.displayTitle == "Josh Kerr wins.")
    #expect(cached.entry.date == whole.entry.date && cached.entry.dateText == whole.entry.dateText)
    #expect(cached.entry.fields == whole.entry.fields && cached.entry.position == whole.entry.position)
    #expect(cached.entry.blocks.isEmpty)
  }
}
